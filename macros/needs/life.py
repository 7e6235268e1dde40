"""How long the project shall live, and what upgrades may cost."""

from __future__ import annotations

from macros.needs.terms import Question, fact, need

QUESTION = Question(
    "life",
    "How long shall it live?",
    (
        need(
            "dated",
            "For years, with upgrades that we can plan by date",
            fact(
                "support_window",
                "A date: 3. Until a rare release: 1. Until a frequent release: 0.",
                fastapi=0,
                flask=1,
                django=3,
            ),
            fact(
                "lts_releases",
                "Releases with long-term support: 3. None: 0.",
                fastapi=0,
                flask=0,
                django=3,
            ),
            fact(
                "deprecation_policy",
                "Two feature releases: 3. One: 2. No period promised: 0.",
                fastapi=0,
                flask=2,
                django=3,
            ),
        ),
        need(
            "quiet",
            "For years, with as few upgrades as possible",
            fact(
                "release_cadence",
                "The fewest releases: 3, the next: 2, several a week: 0.",
                fastapi=0,
                flask=3,
                django=2,
            ),
            fact(
                "minor_release_promise",
                "Rarely breaks: 3. After a warning: 2. Any feature release may: 0.",
                fastapi=0,
                flask=2,
                django=3,
            ),
            fact(
                "dependency_owners",
                "All dependencies from the same people: 3. Half: 2. One of seven: 1.",
                fastapi=1,
                flask=3,
                django=2,
            ),
        ),
        need(
            "moving",
            "For years, in step with the newest Python and new features",
            fact(
                "newest_python",
                "Names the newest Python: 3. Names none, and refuses none: 2.",
                fastapi=3,
                flask=2,
                django=3,
            ),
            fact(
                "newest_feature",
                "The newest feature release is weeks old: 3. Months: 2. Years: 1.",
                fastapi=3,
                flask=1,
                django=2,
            ),
            fact(
                "deprecation_shown",
                "Some warnings are seen without asking for them: 2. None: 1.",
                fastapi=2,
                flask=1,
                django=1,
            ),
        ),
        need(
            "prototype",
            "For weeks: a prototype or a test of an idea",
            "auto_reload",
            "debug_page",
            fact(
                "smallest_app",
                "Five lines: 3. Eight: 2.",
                fastapi=3,
                flask=3,
                django=2,
            ),
        ),
    ),
)
