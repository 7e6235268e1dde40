"""Send three events, 0.3 s apart, and watch their data lines arrive."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application that yields three events."""
    import asyncio
    from collections.abc import AsyncIterator

    from fastapi import FastAPI
    from fastapi.sse import EventSourceResponse

    app = FastAPI()

    @app.get("/", response_class=EventSourceResponse)
    async def events() -> AsyncIterator[int]:
        for number in range(3):
            yield number
            await asyncio.sleep(0.3)

    return app


def flask_app() -> object:
    """Build a Flask application that frames three events by hand."""
    import time
    from collections.abc import Iterator

    from flask import Flask, Response

    app = Flask(__name__)

    def frames() -> Iterator[str]:
        for number in range(3):
            yield f"data: {number}\n\n"
            time.sleep(0.3)

    @app.get("/")
    def events() -> Response:
        return Response(frames(), mimetype="text/event-stream")

    return app


def django_asgi() -> object:
    """Build a Django application that frames three events by hand."""
    import asyncio
    from collections.abc import AsyncIterator

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, StreamingHttpResponse
    from django.urls import path

    async def frames() -> AsyncIterator[str]:
        for number in range(3):
            yield f"data: {number}\n\n"
            await asyncio.sleep(0.3)

    async def events(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(frames(), content_type="text/event-stream")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", events),))
    return get_asgi_application()


def listen(url: str) -> str:
    """Read the events as they come; return type, number, pace and the header against caches."""
    import time

    import httpx

    arrivals = []
    with httpx.stream("GET", url, timeout=30) as answer:
        for line in answer.raise_for_status().iter_lines():
            if line.startswith("data:"):
                arrivals.append(time.perf_counter())
    pace = "one by one" if arrivals[-1] - arrivals[0] > 0.3 else "all at the end"
    caching = answer.headers.get("cache-control", "no Cache-Control")
    return f"{len(arrivals)} events {pace}; {caching}"


def fastapi(serve: Any) -> str:
    """Listen to a FastAPI handler that yields plain values."""
    with serve.uvicorn(fastapi_app) as server:
        return listen(server.url)


def flask(serve: Any) -> str:
    """Listen to a Flask view that writes the frames itself."""
    with serve.gunicorn(flask_app, "--threads=8") as server:
        return listen(server.url)


def django(serve: Any) -> str:
    """Listen to a Django view over ASGI that writes the frames itself."""
    with serve.uvicorn(django_asgi) as server:
        return listen(server.url)
