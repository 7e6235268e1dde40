"""Who looks after the data behind the scenes, and by which means."""

from __future__ import annotations

from macros.needs.shared import OWN_DATA_LAYER
from macros.needs.terms import Question, fact, need

QUESTION = Question(
    "office",
    "Who looks after the data behind the scenes?",
    (
        need(
            "staff",
            "Staff, in an admin interface",
            "admin_interface",
            "permissions_and_groups",
            "object_permissions",
        ),
        need(
            "own_layer",
            "Staff, over SQLAlchemy or another data layer that stays",
            "admin_without_orm",
            "html_forms",
            OWN_DATA_LAYER,
        ),
        need(
            "developers",
            "Developers, from a shell, with commands and SQL",
            "interactive_shell",
            "own_commands",
            fact(
                "raw_sql",
                "Bound parameters with any driver do the job as well: 3.",
                fastapi=3,
                flask=3,
            ),
        ),
        need("nobody", "Nobody"),
    ),
)
