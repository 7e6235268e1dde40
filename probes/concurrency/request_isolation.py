"""Send 8 named requests together; each handler notes its name, waits and reads it back."""

from typing import Any

shared = {"name": ""}


def fastapi_app() -> object:
    """Build a FastAPI application that keeps a name on the request and in a module global."""
    import asyncio

    from fastapi import FastAPI, Request

    app = FastAPI()

    @app.get("/{name}")
    async def remember(name: str, request: Request) -> list[str]:
        request.state.name = shared["name"] = name
        await asyncio.sleep(0.5)
        return [request.state.name, shared["name"]]

    return app


def flask_app() -> object:
    """Build a Flask application that keeps a name in `g` and in a module global."""
    import time

    from flask import Flask, g

    app = Flask(__name__)

    @app.get("/<name>")
    def remember(name: str) -> list[str]:
        g.name = shared["name"] = name
        time.sleep(0.5)
        return [g.name, shared["name"]]

    return app


def django_wsgi() -> object:
    """Build a Django application that keeps a name on the request and in a module global."""
    import time

    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, JsonResponse
    from django.urls import path

    def remember(request: HttpRequest, name: str) -> JsonResponse:
        request.name = shared["name"] = name
        time.sleep(0.5)
        return JsonResponse([request.name, shared["name"]], safe=False)

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("<name>", remember),))
    return get_wsgi_application()


def read_back(url: str, place: str) -> str:
    """Send 8 requests together and say where each name was still its own."""
    import asyncio

    import httpx

    names = [f"visitor-{number}" for number in range(8)]

    async def send_all() -> list[list[str]]:
        async with httpx.AsyncClient(timeout=30) as client:
            answers = await asyncio.gather(*(client.get(f"{url}/{name}") for name in names))
        return [answer.raise_for_status().json() for answer in answers]

    kept, in_global = zip(*asyncio.run(send_all()), strict=True)

    def verdict(found: tuple[str, ...]) -> str:
        return "own name" if list(found) == names else "mixed up"

    return f"{place}: {verdict(kept)}; module global: {verdict(in_global)}"


def fastapi(serve: Any) -> str:
    """Read names back from `request.state` and from a global on one Uvicorn process."""
    with serve.uvicorn(fastapi_app) as server:
        return read_back(server.url, "request.state")


def flask(serve: Any) -> str:
    """Read names back from `g` and from a global on one Gunicorn worker with 8 threads."""
    with serve.gunicorn(flask_app, "--threads=8") as server:
        return read_back(server.url, "g")


def django(serve: Any) -> str:
    """Read names back from the request and from a global on 8 Gunicorn threads."""
    with serve.gunicorn(django_wsgi, "--threads=8") as server:
        return read_back(server.url, "request")
