"""Stream three lines, 0.3 s apart, from an async generator and watch them arrive."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application that streams three lines from an async generator."""
    import asyncio
    from collections.abc import AsyncIterator

    from fastapi import FastAPI
    from fastapi.responses import StreamingResponse

    app = FastAPI()

    async def lines() -> AsyncIterator[str]:
        for number in range(3):
            yield f"line {number}\n"
            await asyncio.sleep(0.3)

    @app.get("/")
    def stream() -> StreamingResponse:
        return StreamingResponse(lines(), media_type="text/plain")

    return app


def flask_app() -> object:
    """Build a Flask application that streams three lines from an async generator."""
    import asyncio
    from collections.abc import AsyncIterator

    from flask import Flask

    app = Flask(__name__)

    async def lines() -> AsyncIterator[str]:
        for number in range(3):
            yield f"line {number}\n"
            await asyncio.sleep(0.3)

    @app.get("/")
    def stream() -> AsyncIterator[str]:
        return lines()

    return app


def django_asgi() -> object:
    """Build a Django ASGI application that streams three lines from an async generator."""
    import asyncio
    from collections.abc import AsyncIterator

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, StreamingHttpResponse
    from django.urls import path

    async def lines() -> AsyncIterator[str]:
        for number in range(3):
            yield f"line {number}\n"
            await asyncio.sleep(0.3)

    def stream(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(lines(), content_type="text/plain")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", stream),))
    return get_asgi_application()


def django_wsgi() -> object:
    """Build a Django WSGI application that streams three lines from an async generator."""
    import asyncio
    from collections.abc import AsyncIterator

    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, StreamingHttpResponse
    from django.urls import path

    async def lines() -> AsyncIterator[str]:
        for number in range(3):
            yield f"line {number}\n"
            await asyncio.sleep(0.3)

    def stream(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(lines(), content_type="text/plain")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", stream),))
    return get_wsgi_application()


def pace(url: str) -> str:
    """Read the body as it comes and say whether its pieces came one by one."""
    import time

    import httpx

    with httpx.stream("GET", url, timeout=30) as answer:
        answer.raise_for_status()
        arrivals = [time.perf_counter() for piece in answer.iter_raw() if piece]
    return "piece by piece" if arrivals[-1] - arrivals[0] > 0.3 else "all at the end"


def fastapi(serve: Any) -> str:
    """Watch the pieces of a FastAPI StreamingResponse arrive from Uvicorn."""
    with serve.uvicorn(fastapi_app) as server:
        return f"Uvicorn: {pace(server.url)}"


def flask() -> str:
    """Return an async generator from a Flask view and read the status."""
    app: Any = flask_app()
    status = app.test_client().get("/").status_code
    app.testing = True
    try:
        app.test_client().get("/")
    except TypeError as error:
        return f"{status}, {type(error).__name__}"
    return str(status)


def django(serve: Any) -> str:
    """Watch the pieces of a StreamingHttpResponse arrive over ASGI and over WSGI."""
    with serve.uvicorn(django_asgi) as server:
        asgi = pace(server.url)
    with serve.gunicorn(django_wsgi) as server:
        wsgi = pace(server.url)
    return f"ASGI: {asgi}; WSGI: {wsgi}"
