"""Send 60 requests (24 to 8 threads) to a plain handler together and count those at work."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application whose plain handler waits and counts its companions."""
    import time

    from fastapi import FastAPI

    app = FastAPI()
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


def django_asgi() -> object:
    """Build a Django ASGI application whose plain view waits for 60 companions and counts."""
    import threading
    from contextlib import suppress

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    at_work: list[object] = []
    everybody = threading.Barrier(60)

    def wait(request: HttpRequest) -> HttpResponse:
        at_work.append(None)
        seen = len(at_work)
        with suppress(threading.BrokenBarrierError):
            everybody.wait(10)
        at_work.pop()
        return HttpResponse(seen)

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_asgi_application()


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
    """Count the plain handlers at work on one Uvicorn process."""
    with serve.uvicorn(fastapi_app) as server:
        return f"Uvicorn: {peak(server.url, 60)} of 60"


def flask(serve: Any) -> str:
    """Count the plain views at work on one Gunicorn worker with 8 threads."""
    with serve.gunicorn(flask_app, "--threads=8") as server:
        return f"Gunicorn with 8 threads: {peak(server.url, 24)} of 24"


def django(serve: Any) -> str:
    """Count the plain views at work on one Uvicorn process."""
    with serve.uvicorn(django_asgi) as server:
        return f"Uvicorn: {peak(server.url, 60)} of 60"
