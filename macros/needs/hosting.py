"""Where the project will run."""

from __future__ import annotations

from macros.needs.shared import SIZE_ON_DISK
from macros.needs.terms import Question, fact, need

QUESTION = Question(
    "hosting",
    "Where will it run?",
    (
        need(
            "wsgi",
            "On hosting that speaks WSGI, perhaps below a path",
            "wsgi_interface",
            "path_prefix",
            fact(
                "sync_worker",
                "The default worker serves it, one request at a time: 2. It cannot: 0.",
                fastapi=0,
                flask=2,
                django=2,
            ),
        ),
        need(
            "asgi",
            "In containers of ours, with an ASGI server",
            "asgi_interface",
            "lifespan_events",
            "settings_from_environment",
        ),
        need(
            "small",
            "On a small machine or as a function that starts on demand",
            SIZE_ON_DISK,
            fact(
                "import_weight",
                "The fewest modules to load: 3, the next: 2, the most: 1.",
                fastapi=2,
                flask=3,
                django=1,
            ),
            fact(
                "compiled_dependency",
                "Runs without compiled code: 3. Needs a wheel for the platform: 1.",
                fastapi=1,
                flask=3,
                django=3,
            ),
        ),
        need(
            "exposed",
            "On the open internet, where safe defaults count",
            "csrf_protection",
            "security_headers",
            "header_injection",
        ),
    ),
)
