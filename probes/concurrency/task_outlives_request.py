"""Start an asyncio task in a handler, answer at once, and ask later what became of the task."""

from typing import Any


async def work(fate: list[str]) -> None:
    """Sleep for 0.3 s and note whether that was allowed to end."""
    import asyncio

    try:
        await asyncio.sleep(0.3)
    except asyncio.CancelledError:
        fate.append("cancelled")
        raise
    fate.append("finished")


def fastapi_app() -> object:
    """Build a FastAPI application with a handler that starts a task and one that reports."""
    import asyncio

    from fastapi import FastAPI

    app = FastAPI()
    fate: list[str] = []
    tasks: set[asyncio.Task[None]] = set()

    @app.get("/start")
    async def start() -> str:
        tasks.add(asyncio.create_task(work(fate)))
        await asyncio.sleep(0)
        return "started"

    @app.get("/fate")
    async def report() -> list[str]:
        return fate

    return app


def flask_app() -> object:
    """Build a Flask application with a view that starts a task and one that reports."""
    import asyncio

    from flask import Flask

    app = Flask(__name__)
    fate: list[str] = []
    tasks: set[asyncio.Task[None]] = set()

    @app.get("/start")
    async def start() -> str:
        tasks.add(asyncio.create_task(work(fate)))
        await asyncio.sleep(0)
        return "started"

    @app.get("/fate")
    def report() -> list[str]:
        return fate

    return app


def django_urls() -> tuple[object, object]:
    """Build the routes of a Django application: start a task, report its fate."""
    import asyncio

    from django.http import HttpRequest, HttpResponse, JsonResponse
    from django.urls import path

    fate: list[str] = []
    tasks: set[asyncio.Task[None]] = set()

    async def start(request: HttpRequest) -> HttpResponse:
        tasks.add(asyncio.create_task(work(fate)))
        await asyncio.sleep(0)
        return HttpResponse("started")

    def report(request: HttpRequest) -> HttpResponse:
        return JsonResponse(fate, safe=False)

    return (path("start", start), path("fate", report))


def django_asgi() -> object:
    """Build the Django application for ASGI."""
    from django.conf import settings
    from django.core.asgi import get_asgi_application

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=django_urls())
    return get_asgi_application()


def django_wsgi() -> object:
    """Build the Django application for WSGI."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=django_urls())
    return get_wsgi_application()


def fate_of_task(url: str) -> str:
    """Start a task, ask for up to 5 s what became of it, and return that."""
    import time

    import httpx

    httpx.get(f"{url}/start", timeout=30).raise_for_status()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if fate := httpx.get(f"{url}/fate", timeout=30).json():
            return str(fate[0])
        time.sleep(0.1)
    return "no news"


def fastapi(serve: Any) -> str:
    """Start a task in a handler on one Uvicorn process and ask for its fate."""
    with serve.uvicorn(fastapi_app) as server:
        return fate_of_task(server.url)


def flask(serve: Any) -> str:
    """Start a task in a view on one Gunicorn worker and ask for its fate."""
    with serve.gunicorn(flask_app) as server:
        return fate_of_task(server.url)


def django(serve: Any) -> str:
    """Start a task in a view over ASGI and over WSGI and ask for its fate."""
    with serve.uvicorn(django_asgi) as server:
        asgi = fate_of_task(server.url)
    with serve.gunicorn(django_wsgi) as server:
        wsgi = fate_of_task(server.url)
    return f"ASGI {asgi}; WSGI {wsgi}"
