"""Hold 8 event streams open on one process and ask for one more page."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application with an endless event stream and a page."""
    import asyncio
    from collections.abc import AsyncIterator

    from fastapi import FastAPI
    from fastapi.sse import EventSourceResponse

    app = FastAPI()

    @app.get("/events", response_class=EventSourceResponse)
    async def events() -> AsyncIterator[str]:
        while True:
            yield "tick"
            await asyncio.sleep(0.2)

    @app.get("/page")
    async def page() -> str:
        return "done"

    return app


def flask_app() -> object:
    """Build a Flask application with an endless event stream and a page."""
    import time
    from collections.abc import Iterator

    from flask import Flask, Response

    app = Flask(__name__)

    def ticks() -> Iterator[str]:
        while True:
            yield "data: tick\n\n"
            time.sleep(0.2)

    app.add_url_rule("/events", view_func=lambda: Response(ticks(), mimetype="text/event-stream"))
    app.add_url_rule("/page", "page", lambda: "done")
    return app


def django_asgi() -> object:
    """Build a Django application with an endless event stream and a page, for ASGI."""
    import asyncio
    from collections.abc import AsyncIterator

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
    from django.urls import path

    async def ticks() -> AsyncIterator[str]:
        while True:
            yield "data: tick\n\n"
            await asyncio.sleep(0.2)

    async def events(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(ticks(), content_type="text/event-stream")

    async def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("done")

    settings.configure(
        ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("events", events), path("page", page))
    )
    return get_asgi_application()


def django_wsgi() -> object:
    """Build a Django application with an endless event stream and a page, for WSGI."""
    import time
    from collections.abc import Iterator

    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
    from django.urls import path

    def ticks() -> Iterator[str]:
        while True:
            yield "data: tick\n\n"
            time.sleep(0.2)

    def events(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(ticks(), content_type="text/event-stream")

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("done")

    settings.configure(
        ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("events", events), path("page", page))
    )
    return get_wsgi_application()


def ninth_answer(url: str) -> str:
    """Open 8 streams, read the first line of each, and give a ninth request 3 s."""
    from contextlib import ExitStack

    import httpx

    with httpx.Client(timeout=30) as client, ExitStack() as streams:
        opened = [streams.enter_context(client.stream("GET", f"{url}/events")) for _ in range(8)]
        readers = [stream.iter_lines() for stream in opened]
        for reader in readers:
            next(reader)
        try:
            return str(client.get(f"{url}/page", timeout=3).status_code)
        except httpx.ReadTimeout:
            return "no answer"


def fastapi(serve: Any) -> str:
    """Ask one Uvicorn process for a page beside 8 open streams."""
    with serve.uvicorn(fastapi_app) as server:
        return f"Uvicorn: {ninth_answer(server.url)}"


def flask(serve: Any) -> str:
    """Ask one Gunicorn worker with 8 threads for a page beside 8 open streams."""
    with serve.gunicorn(flask_app, "--threads=8") as server:
        return f"Gunicorn with 8 threads: {ninth_answer(server.url)}"


def django(serve: Any) -> str:
    """Ask for a page beside 8 open streams, over ASGI and over WSGI with 8 threads."""
    with serve.uvicorn(django_asgi) as server:
        asgi = ninth_answer(server.url)
    with serve.gunicorn(django_wsgi, "--threads=8") as server:
        wsgi = ninth_answer(server.url)
    return f"Uvicorn: {asgi}; Gunicorn with 8 threads: {wsgi}"
