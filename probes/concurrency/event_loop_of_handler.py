"""Ask three times and count the event loops in which the `async def` handler ran."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application that counts the event loops that its handler has seen."""
    import asyncio

    from fastapi import FastAPI

    app = FastAPI()
    loops: list[asyncio.AbstractEventLoop] = []

    @app.get("/")
    async def count() -> int:
        loops.append(asyncio.get_running_loop())
        return len(set(loops))

    return app


def flask_app() -> object:
    """Build a Flask application that counts the event loops that its view has seen."""
    import asyncio

    from flask import Flask

    app = Flask(__name__)
    loops: list[asyncio.AbstractEventLoop] = []

    @app.get("/")
    async def count() -> str:
        loops.append(asyncio.get_running_loop())
        return str(len(set(loops)))

    return app


def django_urls() -> tuple[object]:
    """Build the routes of a Django application that counts its view's event loops."""
    import asyncio

    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    loops: list[asyncio.AbstractEventLoop] = []

    async def count(request: HttpRequest) -> HttpResponse:
        loops.append(asyncio.get_running_loop())
        return HttpResponse(len(set(loops)))

    return (path("", count),)


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


def third_answer(url: str) -> str:
    """Send three requests, one after the other, and return the last answer."""
    import httpx

    return [httpx.get(url, timeout=30).raise_for_status().text for _ in range(3)][-1]


def fastapi(serve: Any) -> str:
    """Count the event loops of three requests on one Uvicorn process."""
    with serve.uvicorn(fastapi_app) as server:
        return f"3 requests, event loops: {third_answer(server.url)}"


def flask(serve: Any) -> str:
    """Count the event loops of three requests on one Gunicorn worker."""
    with serve.gunicorn(flask_app) as server:
        return f"3 requests, event loops: {third_answer(server.url)}"


def django(serve: Any) -> str:
    """Count the event loops of three requests over ASGI and over WSGI."""
    with serve.uvicorn(django_asgi) as server:
        asgi = third_answer(server.url)
    with serve.gunicorn(django_wsgi) as server:
        wsgi = third_answer(server.url)
    return f"3 requests, event loops: ASGI {asgi}, WSGI {wsgi}"
