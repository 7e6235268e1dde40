"""Change the limit of plain handlers at work and count them again with 60 requests."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application whose plain handler waits and counts its companions, limit 50."""
    import time
    from collections.abc import AsyncIterator
    from contextlib import asynccontextmanager

    from anyio.to_thread import current_default_thread_limiter
    from fastapi import FastAPI

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = 50
        yield

    app = FastAPI(lifespan=lifespan)
    at_work: list[object] = []

    @app.get("/")
    def wait() -> int:
        at_work.append(None)
        seen = len(at_work)
        time.sleep(1.5)
        at_work.pop()
        return seen

    return app


def flask_app() -> object:
    """Build a Flask application whose plain view waits and counts its companions."""
    import time

    from flask import Flask

    app = Flask(__name__)
    at_work: list[object] = []

    @app.get("/")
    def wait() -> str:
        at_work.append(None)
        seen = len(at_work)
        time.sleep(1.5)
        at_work.pop()
        return str(seen)

    return app


def django_wsgi() -> object:
    """Build a Django WSGI application whose plain view waits and counts its companions."""
    import time

    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    at_work: list[object] = []

    def wait(request: HttpRequest) -> HttpResponse:
        at_work.append(None)
        seen = len(at_work)
        time.sleep(1.5)
        at_work.pop()
        return HttpResponse(seen)

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_wsgi_application()


def peak(url: str, requests: int) -> int:
    """Send the requests together and return the highest number of handlers at work."""
    import asyncio

    import httpx

    async def send_all() -> list[str]:
        async with httpx.AsyncClient(timeout=30) as client:
            answers = await asyncio.gather(*(client.get(url) for _ in range(requests)))
        return [answer.raise_for_status().text for answer in answers]

    return max(map(int, asyncio.run(send_all())))


def fastapi(serve: Any) -> str:
    """Raise the thread limiter of AnyIO to 50 tokens and count."""
    with serve.uvicorn(fastapi_app) as server:
        return f"limiter at 50: {peak(server.url, 60)}"


def flask(serve: Any) -> str:
    """Give the Gunicorn worker 50 threads and count."""
    with serve.gunicorn(flask_app, "--threads=50") as server:
        return f"50 server threads: {peak(server.url, 60)}"


def django(serve: Any) -> str:
    """Give the Gunicorn worker 50 threads and count."""
    with serve.gunicorn(django_wsgi, "--threads=50") as server:
        return f"50 server threads: {peak(server.url, 60)}"
