"""Send requests together to an `async def` handler that calls time.sleep()."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application whose handler blocks for half a second in `async def`."""
    import time

    from fastapi import FastAPI

    app = FastAPI()

    @app.get("/")
    async def wait() -> str:
        time.sleep(0.5)
        return "done"

    return app


def flask_app() -> object:
    """Build a Flask application whose view blocks for half a second in `async def`."""
    import time

    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    async def wait() -> str:
        time.sleep(0.5)
        return "done"

    return app


def django_asgi() -> object:
    """Build a Django ASGI application whose view blocks for half a second in `async def`."""
    import time

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    async def wait(request: HttpRequest) -> HttpResponse:
        time.sleep(0.5)
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_asgi_application()


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
    """Send 4 requests to the blocking handler on one Uvicorn process."""
    with serve.uvicorn(fastapi_app) as server:
        return at_once(server.url, 4)


def flask(serve: Any) -> str:
    """Send 8 requests to the blocking view on one Gunicorn worker with 8 threads."""
    with serve.gunicorn(flask_app, "--threads=8") as server:
        return at_once(server.url, 8)


def django(serve: Any) -> str:
    """Send 4 requests to the blocking view on one Uvicorn process."""
    with serve.uvicorn(django_asgi) as server:
        return at_once(server.url, 4)
