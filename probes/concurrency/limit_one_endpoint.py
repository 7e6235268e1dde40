"""Allow one endpoint two requests at a time, send 8 together and count those at work."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application with a dependency that admits two at a time."""
    import asyncio
    from collections.abc import AsyncIterator

    from fastapi import Depends, FastAPI

    app = FastAPI()
    at_work: list[object] = []

    async def slot() -> AsyncIterator[None]:
        yield

    @app.get("/", dependencies=[Depends(slot, max_concurrency=2)])
    async def wait() -> int:
        at_work.append(None)
        seen = len(at_work)
        await asyncio.sleep(0.3)
        at_work.pop()
        return seen

    return app


def flask_app() -> object:
    """Build a Flask application with a semaphore of two around a view."""
    import threading
    import time

    from flask import Flask

    app = Flask(__name__)
    slots = threading.BoundedSemaphore(2)
    at_work: list[object] = []

    @app.get("/")
    def wait() -> str:
        with slots:
            at_work.append(None)
            seen = len(at_work)
            time.sleep(0.3)
            at_work.pop()
        return str(seen)

    return app


def django_wsgi() -> object:
    """Build a Django application with a semaphore of two around a view."""
    import threading
    import time

    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    slots = threading.BoundedSemaphore(2)
    at_work: list[object] = []

    def wait(request: HttpRequest) -> HttpResponse:
        with slots:
            at_work.append(None)
            seen = len(at_work)
            time.sleep(0.3)
            at_work.pop()
        return HttpResponse(seen)

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_wsgi_application()


def peak(url: str) -> int:
    """Send 8 requests together and return the highest number of handlers at work."""
    import asyncio

    import httpx

    async def send_all() -> list[str]:
        async with httpx.AsyncClient(timeout=30) as client:
            answers = await asyncio.gather(*(client.get(url) for _ in range(8)))
        return [answer.raise_for_status().text for answer in answers]

    return max(map(int, asyncio.run(send_all())))


def fastapi(serve: Any) -> str:
    """Count the handlers at work behind `Depends(max_concurrency=2)`."""
    with serve.uvicorn(fastapi_app) as server:
        return f"Depends(max_concurrency=2): {peak(server.url)} of 8 at work"


def flask(serve: Any) -> str:
    """Count the views at work behind a semaphore of our own on 8 threads."""
    with serve.gunicorn(flask_app, "--threads=8") as server:
        return f"own semaphore of 2: {peak(server.url)} of 8 at work"


def django(serve: Any) -> str:
    """Count the views at work behind a semaphore of our own on 8 threads."""
    with serve.gunicorn(django_wsgi, "--threads=8") as server:
        return f"own semaphore of 2: {peak(server.url)} of 8 at work"
