"""Let a generator fail after its first line and see what reaches the client."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application whose stream fails after one line."""
    from collections.abc import AsyncIterator

    from fastapi import FastAPI
    from fastapi.responses import StreamingResponse

    app = FastAPI()

    async def lines() -> AsyncIterator[str]:
        yield "first\n"
        raise ValueError("the source broke")

    @app.get("/")
    async def stream() -> StreamingResponse:
        return StreamingResponse(lines())

    return app


def flask_app() -> object:
    """Build a Flask application whose stream fails after one line."""
    from collections.abc import Iterator

    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def stream() -> Iterator[str]:
        yield "first\n"
        raise ValueError("the source broke")

    return app


def django_wsgi() -> object:
    """Build a Django application whose stream fails after one line."""
    from collections.abc import Iterator

    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, StreamingHttpResponse
    from django.urls import path

    def lines() -> Iterator[str]:
        yield "first\n"
        raise ValueError("the source broke")

    def stream(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(lines())

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", stream),))
    return get_wsgi_application()


def reading(url: str) -> str:
    """Read the stream to its end; return the status and how the reading ended."""
    import httpx

    with httpx.stream("GET", url, timeout=30) as answer:
        try:
            answer.read()
        except httpx.RemoteProtocolError as error:
            return f"{answer.status_code}, then {type(error).__name__}"
    return f"{answer.status_code}, read to the end"


def fastapi(serve: Any) -> str:
    """Read a failing stream from Uvicorn."""
    with serve.uvicorn(fastapi_app) as server:
        return reading(server.url)


def flask(serve: Any) -> str:
    """Read a failing stream from Gunicorn."""
    with serve.gunicorn(flask_app) as server:
        return reading(server.url)


def django(serve: Any) -> str:
    """Read a failing stream from Gunicorn."""
    with serve.gunicorn(django_wsgi) as server:
        return reading(server.url)
