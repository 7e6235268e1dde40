"""How the team likes to work."""

from __future__ import annotations

from macros.needs.shared import OWN_DATA_LAYER, SIZE_ON_DISK
from macros.needs.terms import Question, fact, need

QUESTION = Question(
    "team",
    "How does the team like to work?",
    (
        need(
            "types",
            "With type hints that editor and framework both read",
            "static_typing",
            "type_coercion",
            "header_parameters",
        ),
        need(
            "conventions",
            "With a given layout and commands that everybody knows",
            "project_generator",
            "command_line",
            "deployment_check",
        ),
        need(
            "parts",
            "With parts of our own choice around a core that we can read",
            OWN_DATA_LAYER,
            fact(
                "own_code",
                "The least code to read: 3, the next: 2, the most: 1.",
                fastapi=2,
                flask=3,
                django=1,
            ),
            SIZE_ON_DISK,
        ),
    ),
)
