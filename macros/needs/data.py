"""Where the data is, and whose it is."""

from __future__ import annotations

from macros.needs.shared import AWAITED_SERVER, OWN_DATA_LAYER
from macros.needs.terms import Question, fact, need

QUESTION = Question(
    "data",
    "Where is the data?",
    (
        need(
            "own",
            "In tables of our own that change with the code",
            "orm",
            "database_migrations",
            "database_in_tests",
        ),
        need(
            "existing",
            "In tables that another program owns",
            "models_from_existing_tables",
            "composite_primary_keys",
            OWN_DATA_LAYER,
        ),
        need(
            "awaited",
            "In a database that we want to await",
            "async_database_access",
            "async_transactions",
            AWAITED_SERVER,
        ),
        need(
            "elsewhere",
            "In documents, files or other services",
            "nested_body_validation",
            fact(
                "without_a_database",
                "Runs without: 3. Runs, but login and admin drop out: 2.",
                fastapi=3,
                flask=3,
                django=2,
            ),
            fact(
                "session_content",
                "Sessions need no database: 3. They do until a setting says otherwise: 2.",
                fastapi=3,
                flask=3,
                django=2,
            ),
        ),
    ),
)
