"""What is measured: the scenarios and the rows.

A row is framework x server x validator x client, each named in full. Its route is what the
framework's own tutorial writes; ``tutorial`` links it. What differs from the defaults stands
in ``deviations``.
"""

from __future__ import annotations

from benchmarks.stacks import (
    DATA_SETTINGS,
    GRANIAN_ASGI,
    GRANIAN_WSGI,
    GTHREAD_4,
    GTHREAD_100,
    SYNC,
    UVICORN,
    Choice,
    Job,
    django,
    fastapi,
    flask,
    job,
)
from macros.runs import Scenario

SCENARIOS = (
    Scenario(
        id="hello", code="S1", title="Hello as JSON",
        question="What does an almost empty request cost?",
    ),
    Scenario(
        id="body",  code="S2", title="A validated body of 2 KB",
        question="What does it cost to check an order of 20 lines, field by field?",
    ),
    Scenario(
        id="orm",  code="S3", title="One row by ORM",
        question="What does it cost to fetch one random row of 1,000 from SQLite?",
    ),
    Scenario(
        id="page", code="S4", title="A page with 50 rows",
        question="What does it cost to render a table of 50 rows?",
    ),
    Scenario(
        id="wait", code="S5", title="Waiting 50 ms",
        question="How many requests that only wait does one worker serve at once?",
    ),
    Scenario(
        id="cpu", code="S6", title="A computation",
        question="What is left of the difference when the request itself computes?",
    ),
    Scenario(
        id="workers", code="S7", title="More workers",
        question="Does a request cost more when several workers share the load?",
    ),
    Scenario(
        id="footprint", code="S8", title="Footprint",
        question="What does it take to be there before the first request?",
    ),
    Scenario(
        id="call", code="S9", title="A call to another service",
        question="What does the HTTP client cost, once the service answers at once?",
    ),
)  # fmt: skip

_BARE: Choice = {
    "settings": "django_bare_settings",
    "deviations": ("no middleware",),
    "extra": "bare",
}
_POST: Choice = {"method": "POST"}


def _hello() -> list[Job]:
    views = "topics/http/views/"
    return [
        flask("hello", "flask_gthread", GTHREAD_4, "/hello", "quickstart/#apis-with-json"),
        flask(
            "hello",
            "flask_gthread_again",
            GTHREAD_4,
            "/hello",
            "quickstart/#apis-with-json",
            extra="the same again",
        ),
        flask("hello", "flask_granian", GRANIAN_WSGI, "/hello", "quickstart/#apis-with-json"),
        django("hello", "django_gthread", GTHREAD_4, "/hello", views),
        django("hello", "django_granian", GRANIAN_WSGI, "/hello", views),
        django("hello", "django_bare_granian", GRANIAN_WSGI, "/hello", views, **_BARE),
        fastapi("hello", "fastapi_uvicorn", UVICORN, "/hello", "tutorial/first-steps/", "async"),
        fastapi(
            "hello", "fastapi_granian", GRANIAN_ASGI, "/hello", "tutorial/first-steps/", "async"
        ),
    ]


def _body() -> list[Job]:
    json, model = "api/#flask.Request.get_json", "tutorial/body/"
    marsh: Choice = {"extra": "marshmallow", **_POST}
    pyd: Choice = {"extra": "Pydantic", **_POST}
    drf = "https://www.django-rest-framework.org/tutorial/1-serialization/"
    ninja = "https://django-ninja.dev/guides/input/body/"
    return [
        flask("body", "flask_marshmallow", GTHREAD_4, "/orders-marshmallow", json, **marsh),
        flask("body", "flask_pydantic", GTHREAD_4, "/orders-pydantic", json, **pyd),
        flask("body", "flask_pydantic_granian", GRANIAN_WSGI, "/orders-pydantic", json, **pyd),
        job("body", "django_drf", "django", GTHREAD_4, "django_data", "/drf/orders", "def", drf,
            extra="Django REST framework", settings=DATA_SETTINGS, method="POST"),
        job("body", "django_ninja", "django", GTHREAD_4, "django_data", "/ninja/orders", "def",
            ninja, extra="Django Ninja", settings=DATA_SETTINGS, method="POST"),
        fastapi("body", "fastapi_uvicorn", UVICORN, "/orders", model, "async", **pyd),
        fastapi("body", "fastapi_granian", GRANIAN_ASGI, "/orders", model, "async", **pyd),
    ]  # fmt: skip


def _orm() -> list[Job]:
    models = "patterns/sqlalchemy/"
    return [
        flask("orm", "flask_sqlalchemy", GTHREAD_4, "/books/{id}", models,
              extra="Flask-SQLAlchemy"),
        django("orm", "django_orm", GTHREAD_4, "/books/{id}", "topics/db/queries/",
               extra="Django ORM"),
        fastapi("orm", "fastapi_sqlmodel", UVICORN, "/books/{id}", "tutorial/sql-databases/",
                "def", extra="SQLModel"),
        job("orm", "fastapi_async", "fastapi", UVICORN, "fastapi_data", "/books-async/{id}",
            "async", "https://docs.sqlalchemy.org/en/21/orm/extensions/asyncio.html",
            extra="SQLAlchemy asyncio, aiosqlite"),
    ]  # fmt: skip


def _page() -> list[Job]:
    return [
        flask("page", "flask_jinja", GTHREAD_4, "/page", "quickstart/#rendering-templates",
              extra="Jinja"),
        django("page", "django_templates", GTHREAD_4, "/page", "topics/templates/",
               extra="Django templates"),
        django("page", "django_jinja", GTHREAD_4, "/page-jinja", "topics/templates/",
               extra="Jinja", deviations=("Jinja engine added",)),
        fastapi("page", "fastapi_jinja", UVICORN, "/page", "advanced/templates/", "async",
                extra="Jinja"),
    ]  # fmt: skip


def _wait() -> list[Job]:
    view, design = "topics/async/", "deploying/gunicorn/"
    return [
        flask("wait", "flask_sync", SYNC, "/wait", design),
        flask("wait", "flask_gthread_4", GTHREAD_4, "/wait", design),
        flask("wait", "flask_gthread_100", GTHREAD_100, "/wait", design),
        django("wait", "django_gthread_100", GTHREAD_100, "/wait", "howto/deployment/wsgi/"),
        django("wait", "django_async", UVICORN, "/wait-async", view, handler="async"),
        fastapi("wait", "fastapi_async", UVICORN, "/wait", "async/", "async"),
        fastapi("wait", "fastapi_def", UVICORN, "/wait-def", "async/", "def", slots=40),
        fastapi("wait", "fastapi_blocking", UVICORN, "/wait-blocking", "async/", "async, blocks",
                slots=1, deviations=("a mistake, on purpose",)),
    ]  # fmt: skip


def _cpu() -> list[Job]:
    return [
        flask("cpu", "flask_gthread", GTHREAD_4, "/cpu", "quickstart/#apis-with-json"),
        django("cpu", "django_gthread", GTHREAD_4, "/cpu", "topics/http/views/"),
        fastapi("cpu", "fastapi_uvicorn", UVICORN, "/cpu", "async/", "def"),
    ]


def _workers(counts: tuple[int, ...]) -> list[Job]:
    jobs = []
    for workers in counts:
        for path in ("hello", "cpu"):
            thread, loop = GTHREAD_4.with_workers(workers), UVICORN.with_workers(workers)
            more: Choice = {"workers": workers}
            name, handler = f"{path}_{workers}", "async" if path == "hello" else "def"
            first = "tutorial/first-steps/"
            jobs += [
                flask("workers", f"flask_{name}", thread, f"/{path}", "deploying/", **more),
                django(
                    "workers", f"django_{name}", thread, f"/{path}", "howto/deployment/", **more
                ),
                fastapi("workers", f"fastapi_{name}", loop, f"/{path}", first, handler, **more),
            ]
    return jobs


def _call() -> list[Job]:
    httpx, aiohttp = "https://www.python-httpx.org/", "https://docs.aiohttp.org/en/stable/"
    requests = "https://requests.readthedocs.io/en/latest/user/advanced/"
    return [
        job("call", "flask_requests", "flask", GTHREAD_4, "flask_data", "/call-requests", "def",
            requests, extra="requests"),
        job("call", "flask_httpx", "flask", GTHREAD_4, "flask_data", "/call-httpx", "def",
            httpx, extra="HTTPX"),
        job("call", "fastapi_httpx", "fastapi", UVICORN, "fastapi_data", "/call-httpx", "async",
            httpx + "async/", extra="HTTPX"),
        job("call", "fastapi_aiohttp", "fastapi", UVICORN, "fastapi_data", "/call-aiohttp",
            "async", aiohttp, extra="aiohttp"),
    ]  # fmt: skip


def jobs(worker_counts: tuple[int, ...] = (2,)) -> tuple[Job, ...]:
    """Return every row that a full run measures, with ``worker_counts`` for S7."""
    return (
        *_hello(), *_cpu(), *_workers(worker_counts),
        *_body(), *_orm(), *_page(), *_call(), *_wait(),
    )  # fmt: skip
