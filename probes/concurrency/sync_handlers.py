"""Send requests to a plain `def` handler together, on one process with 8 threads to spare."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application whose plain handler waits half a second."""
    import time

    from fastapi import FastAPI

    app = FastAPI()

    @app.get("/")
    def wait() -> str:
        time.sleep(0.5)
        return "done"

    return app


def flask_app() -> object:
    """Build a Flask application whose plain view waits half a second."""
    import time

    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def wait() -> str:
        time.sleep(0.5)
        return "done"

    return app


def django_wsgi() -> object:
    """Build a Django WSGI application whose plain view waits half a second."""
    import time

    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def wait(request: HttpRequest) -> HttpResponse:
        time.sleep(0.5)
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_wsgi_application()


def at_once(url: str, requests: int) -> str:
    """Send the requests together and say whether their waits of 0.5 s overlapped."""
    import asyncio
    import time

    import httpx

    async def send_all() -> float:
        async with httpx.AsyncClient(timeout=30) as client:
            await client.get(url)  # some servers import the application after they listen
            started = time.perf_counter()
            answers = await asyncio.gather(*(client.get(url) for _ in range(requests)))
            seconds = time.perf_counter() - started
        for answer in answers:
            answer.raise_for_status()
        return seconds

    overlapped = asyncio.run(send_all()) < requests * 0.5 * 0.8
    return f"{requests} at once: {'concurrent' if overlapped else 'serial'}"


def fastapi(serve: Any) -> str:
    """Send 8 requests to a plain handler on one Uvicorn process."""
    with serve.uvicorn(fastapi_app) as server:
        return f"Uvicorn, {at_once(server.url, 8)}"


def flask(serve: Any) -> str:
    """Send 8 requests to a plain view on one Gunicorn worker with 8 threads."""
    with serve.gunicorn(flask_app, "--threads=8") as server:
        return f"Gunicorn with 8 threads, {at_once(server.url, 8)}"


def django(serve: Any) -> str:
    """Send 8 requests to a plain view on one Gunicorn worker with 8 threads."""
    with serve.gunicorn(django_wsgi, "--threads=8") as server:
        return f"Gunicorn with 8 threads, {at_once(server.url, 8)}"
