"""Hang up after 0.5 s while a handler waits for 1.5 s, and read what the handler printed."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application whose handler says how its wait ended."""
    import asyncio

    from fastapi import FastAPI, Request

    app = FastAPI()

    @app.get("/")
    async def wait(request: Request) -> str:
        try:
            await asyncio.sleep(1.5)
        except asyncio.CancelledError:
            print("verdict: CancelledError")
            raise
        print(f"verdict: ran on; is_disconnected() {await request.is_disconnected()}")
        return "done"

    return app


def flask_app() -> object:
    """Build a Flask application whose view says how its wait ended."""
    import time

    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def wait() -> str:
        time.sleep(1.5)
        print("verdict: ran on")
        return "done"

    return app


def django_asgi() -> object:
    """Build a Django application whose async view says how its wait ended."""
    import asyncio

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    async def wait(request: HttpRequest) -> HttpResponse:
        try:
            await asyncio.sleep(1.5)
        except asyncio.CancelledError:
            print("verdict: CancelledError")
            raise
        print("verdict: ran on")
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_asgi_application()


def hang_up(server: Any) -> str:
    """Stop waiting for the answer after 0.5 s and return the verdict from the server's output."""
    import time
    from contextlib import suppress

    import httpx

    with suppress(httpx.ReadTimeout):
        httpx.get(server.url, timeout=httpx.Timeout(20, read=0.5))
    deadline = time.monotonic() + 10
    while "verdict: " not in server.log() and time.monotonic() < deadline:
        time.sleep(0.05)
    return server.log().partition("verdict: ")[2].partition("\n")[0]


def fastapi(serve: Any) -> str:
    """Hang up on an `async def` handler on Uvicorn."""
    with serve.uvicorn(fastapi_app) as server:
        return hang_up(server)


def flask(serve: Any) -> str:
    """Hang up on a view on Gunicorn."""
    with serve.gunicorn(flask_app) as server:
        return hang_up(server)


def django(serve: Any) -> str:
    """Hang up on an `async def` view on Uvicorn."""
    with serve.uvicorn(django_asgi) as server:
        return hang_up(server)
