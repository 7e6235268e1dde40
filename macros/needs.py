"""What the chooser asks, and which rows answer for each need: judgment, in one place.

A need names three rows, so that no need weighs more than another, or none where nothing
is wanted. Support levels give the points; a row of plain facts says what its facts are
worth to this need, and why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rule:
    """A row that answers for a need; ``facts`` are the points of cells that are facts."""

    row: str
    facts: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True)
class Option:
    """One answer to a question: a need, in the reader's words."""

    id: str
    label: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Question:
    """A question on needs with its three or four answers."""

    id: str
    ask: str
    options: tuple[Option, ...]


def _fact(row: str, reason: str, **points: int) -> Rule:
    return Rule(row, points, reason)


def _need(id_: str, label: str, *rules: str | Rule) -> Option:
    return Option(id_, label, tuple(Rule(r) if isinstance(r, str) else r for r in rules))


_OWN_DATA_LAYER = _fact(
    "sqlalchemy_in_a_view",
    "Works in all three: 3. In Django at the price of its admin, users and migrations: 1.",
    fastapi=3,
    flask=3,
    django=1,
)
_AWAITED_SERVER = _fact(
    "async_usual_server",
    "Waits overlap: 3. Over one of two interfaces only: 2. One request a worker: 0.",
    fastapi=3,
    flask=0,
    django=2,
)
_SIZE_ON_DISK = _fact(
    "clean_install_size",
    "The smallest: 3, the next: 2, the largest: 1.",
    fastapi=2,
    flask=3,
    django=1,
)

QUESTIONS = (
    Question(
        "product",
        "What do you make?",
        (
            _need(
                "api",
                "An API: JSON for other programs, an app or a separate frontend",
                "request_body_validation",
                "openapi_schema",
                "response_filtering",
            ),
            _need(
                "pages",
                "Pages from templates, with few forms",
                "template_engine",
                "flash_messages",
                "static_files_production",
            ),
            _need(
                "forms",
                "A site of forms and lists",
                "html_forms",
                "form_field_validation",
                "pagination",
            ),
            _need(
                "both",
                "Pages and an API, about equally",
                "template_engine",
                "html_forms",
                "request_body_validation",
            ),
        ),
    ),
    Question(
        "login",
        "Who logs in?",
        (
            _need(
                "people",
                "People, with a password kept by us",
                "user_login",
                "password_reset",
                "sessions_after_password_change",
            ),
            _need(
                "provider",
                "People, through GitHub, Google or a company account",
                "social_login",
                "signed_values",
                "protect_every_view",
            ),
            _need(
                "programs",
                "Programs, with a token or a password of their own",
                "json_web_tokens",
                "missing_credentials",
                "http_basic_auth",
            ),
            _need("nobody", "Nobody"),
        ),
    ),
    Question(
        "office",
        "Who looks after the data behind the scenes?",
        (
            _need(
                "staff",
                "Staff, in an admin interface",
                "admin_interface",
                "permissions_and_groups",
                "object_permissions",
            ),
            _need(
                "own_layer",
                "Staff, over SQLAlchemy or another data layer that stays",
                "admin_without_orm",
                "composite_primary_keys",
                _OWN_DATA_LAYER,
            ),
            _need(
                "developers",
                "Developers, from a shell, with commands and SQL",
                "interactive_shell",
                "own_commands",
                _fact(
                    "raw_sql",
                    "Bound parameters with any driver do the job as well: 3.",
                    fastapi=3,
                    flask=3,
                ),
            ),
            _need("nobody", "Nobody"),
        ),
    ),
    Question(
        "data",
        "Where is the data?",
        (
            _need(
                "own",
                "In tables of our own that change with the code",
                "orm",
                "database_migrations",
                "database_in_tests",
            ),
            _need(
                "existing",
                "In tables that another program owns",
                "models_from_existing_tables",
                "composite_primary_keys",
                _OWN_DATA_LAYER,
            ),
            _need(
                "awaited",
                "In a database that we want to await",
                "async_database_access",
                "async_transactions",
                _AWAITED_SERVER,
            ),
            _need(
                "elsewhere",
                "In documents, files or other services",
                "nested_body_validation",
                _fact(
                    "without_a_database",
                    "Runs without: 3. Runs, but login and admin drop out: 2.",
                    fastapi=3,
                    flask=3,
                    django=2,
                ),
                _fact(
                    "session_content",
                    "Sessions need no database: 3. They do until a setting says otherwise: 2.",
                    fastapi=3,
                    flask=3,
                    django=2,
                ),
            ),
        ),
    ),
    Question(
        "load",
        "What do most requests do?",
        (
            _need(
                "query",
                "Query the database and answer",
                "connection_pooling",
                "n_plus_one_protection",
                _fact(
                    "sync_handlers",
                    "Plain handlers overlap in threads in all three: 3.",
                    fastapi=3,
                    flask=3,
                    django=3,
                ),
            ),
            _need(
                "wait",
                "Wait for slow services, such as language models",
                "parallel_waits",
                "async_middleware",
                _AWAITED_SERVER,
            ),
            _need(
                "open",
                "Stay open: WebSockets, server-sent events, streams",
                "websockets",
                "server_sent_events",
                _fact(
                    "open_streams",
                    "Streams hold no thread: 3. Over one of two interfaces only: 2. "
                    "Each holds a thread: 0.",
                    fastapi=3,
                    flask=0,
                    django=2,
                ),
            ),
            _need(
                "jobs",
                "Start work that goes on after the answer",
                "run_after_response",
                "task_queue_api",
                "background_work_in_tests",
            ),
        ),
    ),
    Question(
        "team",
        "How does the team like to work?",
        (
            _need(
                "types",
                "With type hints that editor and framework both read",
                "static_typing",
                "type_coercion",
                "header_parameters",
            ),
            _need(
                "conventions",
                "With a given layout and commands that everybody knows",
                "project_generator",
                "command_line",
                "deployment_check",
            ),
            _need(
                "parts",
                "With parts of our own choice around a core that we can read",
                _OWN_DATA_LAYER,
                _fact(
                    "own_code",
                    "The least code to read: 3, the next: 2, the most: 1.",
                    fastapi=2,
                    flask=3,
                    django=1,
                ),
                _SIZE_ON_DISK,
            ),
        ),
    ),
    Question(
        "life",
        "How long shall it live?",
        (
            _need(
                "dated",
                "For years, with upgrades that we can plan by date",
                _fact(
                    "support_window",
                    "A date: 3. Until a rare release: 1. Until a frequent release: 0.",
                    fastapi=0,
                    flask=1,
                    django=3,
                ),
                _fact(
                    "lts_releases",
                    "Releases with long-term support: 3. None: 0.",
                    fastapi=0,
                    flask=0,
                    django=3,
                ),
                _fact(
                    "deprecation_policy",
                    "Two feature releases: 3. One: 2. No period promised: 0.",
                    fastapi=0,
                    flask=2,
                    django=3,
                ),
            ),
            _need(
                "quiet",
                "For years, with as few upgrades as possible",
                _fact(
                    "release_cadence",
                    "The fewest releases: 3, the next: 2, several a week: 0.",
                    fastapi=0,
                    flask=3,
                    django=2,
                ),
                _fact(
                    "minor_release_promise",
                    "Rarely breaks: 3. After a warning: 2. Any feature release may: 0.",
                    fastapi=0,
                    flask=2,
                    django=3,
                ),
                _fact(
                    "dependency_owners",
                    "All dependencies from the same people: 3. Half: 2. One of seven: 1.",
                    fastapi=1,
                    flask=3,
                    django=2,
                ),
            ),
            _need(
                "prototype",
                "For weeks: a prototype or a test of an idea",
                "auto_reload",
                "debug_page",
                _fact(
                    "smallest_app",
                    "Five lines: 3. Eight: 2.",
                    fastapi=3,
                    flask=3,
                    django=2,
                ),
            ),
        ),
    ),
    Question(
        "hosting",
        "Where will it run?",
        (
            _need(
                "wsgi",
                "On hosting that speaks WSGI, perhaps below a path",
                "wsgi_interface",
                "path_prefix",
                _fact(
                    "sync_worker",
                    "The default worker serves it, one request at a time: 2. It cannot: 0.",
                    fastapi=0,
                    flask=2,
                    django=2,
                ),
            ),
            _need(
                "asgi",
                "In containers of ours, with an ASGI server",
                "asgi_interface",
                "lifespan_events",
                "health_endpoint",
            ),
            _need(
                "small",
                "On a small machine or as a function that starts on demand",
                _SIZE_ON_DISK,
                _fact(
                    "import_weight",
                    "The fewest modules to load: 3, the next: 2, the most: 1.",
                    fastapi=2,
                    flask=3,
                    django=1,
                ),
                _fact(
                    "compiled_dependency",
                    "Runs without compiled code: 3. Needs a wheel for the platform: 1.",
                    fastapi=1,
                    flask=3,
                    django=3,
                ),
            ),
            _need(
                "exposed",
                "On the open internet, where safe defaults count",
                "csrf_protection",
                "security_headers",
                "header_injection",
            ),
        ),
    ),
    Question(
        "existing",
        "What is there already?",
        (
            _need(
                "spa",
                "A frontend in React, Vue or the like",
                "serve_built_spa",
                "cors",
                "client_method_names",
            ),
            _need(
                "sqlalchemy",
                "Models in SQLAlchemy",
                "admin_without_orm",
                "async_transactions",
                _OWN_DATA_LAYER,
            ),
            _need(
                "wsgi_app",
                "A WSGI application that goes on running beside it",
                "mounted_apps",
                "foreign_interface",
                "wsgi_interface",
            ),
            _need(
                "async_code",
                "Libraries with async def",
                "asgi_interface",
                "await_in_tests",
                "async_middleware",
            ),
        ),
    ),
)
