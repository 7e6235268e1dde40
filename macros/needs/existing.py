"""What is there already, and must go on working."""

from __future__ import annotations

from macros.needs.shared import OWN_DATA_LAYER
from macros.needs.terms import Hint, Question, need

QUESTION = Question(
    "existing",
    "What is there already?",
    (
        need(
            "spa",
            "A front end in React, Vue or the like",
            "serve_built_spa",
            "cors",
            "client_method_names",
        ),
        need(
            "sqlalchemy",
            "Models in SQLAlchemy",
            "admin_without_orm",
            "pagination",
            OWN_DATA_LAYER,
        ),
        need(
            "wsgi_app",
            "A WSGI application that goes on running beside it",
            "mounted_apps",
            "foreign_interface",
            "wsgi_interface",
        ),
        need(
            "async_code",
            "Libraries with async def",
            "async_handlers",
            "await_in_tests",
            "async_middleware",
        ),
    ),
    Hint("Code in one of the three?", "production/migrating/", "What a move costs"),
)
