"""Serve each application over the interface it was not made for and send requests together."""

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


def fastapi_wsgi() -> object:
    """Wrap the FastAPI application in the WSGI adapter of a2wsgi."""
    from a2wsgi import ASGIMiddleware

    return ASGIMiddleware(fastapi_app())


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


def flask_asgiref() -> object:
    """Wrap the Flask application in the ASGI adapter of asgiref."""
    from asgiref.wsgi import WsgiToAsgi

    return WsgiToAsgi(flask_app())


def flask_a2wsgi() -> object:
    """Wrap the Flask application in the ASGI adapter of a2wsgi."""
    from a2wsgi import WSGIMiddleware

    return WSGIMiddleware(flask_app())


def django_asgi() -> object:
    """Build a Django ASGI application whose plain view waits half a second."""
    import time

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def wait(request: HttpRequest) -> HttpResponse:
        time.sleep(0.5)
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_asgi_application()


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
    """Send 8 requests to a FastAPI application behind a2wsgi on Gunicorn with 8 threads."""
    with serve.gunicorn(fastapi_wsgi, "--threads=8") as server:
        return f"WSGI by a2wsgi, {at_once(server.url, 8)}"


def flask(serve: Any) -> str:
    """Send requests to a Flask application on Uvicorn, through each of two adapters."""
    with serve.uvicorn(flask_asgiref) as server:
        documented = at_once(server.url, 4)
    with serve.uvicorn(flask_a2wsgi) as server:
        other = at_once(server.url, 8)
    return f"ASGI by WsgiToAsgi, {documented}; by a2wsgi, {other}"


def django(serve: Any) -> str:
    """Send 8 requests to a Django application over ASGI and over WSGI, no adapter in either."""
    with serve.uvicorn(django_asgi) as server:
        asgi = at_once(server.url, 8)
    with serve.gunicorn(django_wsgi, "--threads=8") as server:
        wsgi = at_once(server.url, 8)
    return f"ASGI, {asgi}; WSGI, {wsgi}; no adapter"
