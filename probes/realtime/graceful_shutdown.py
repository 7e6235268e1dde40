"""Send SIGTERM to the server while a handler waits, and read the answer of that request."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application whose handler announces itself and waits."""
    import asyncio

    from fastapi import FastAPI

    app = FastAPI()

    @app.get("/")
    async def wait() -> str:
        print("at work")
        await asyncio.sleep(1)
        return "done"

    return app


def flask_app() -> object:
    """Build a Flask application whose view announces itself and waits."""
    import time

    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def wait() -> str:
        print("at work")
        time.sleep(1)
        return "done"

    return app


def django_wsgi() -> object:
    """Build a Django application whose view announces itself and waits."""
    import time

    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def wait(request: HttpRequest) -> HttpResponse:
        print("at work")
        time.sleep(1)
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_wsgi_application()


def answer_under_sigterm(server: Any) -> str:
    """Ask, stop the server once the handler is at work, and return the status of the answer."""
    import time
    from concurrent.futures import ThreadPoolExecutor

    import httpx

    with ThreadPoolExecutor() as pool:
        answer = pool.submit(httpx.get, server.url, timeout=30)
        while "at work" not in server.log() and not answer.done():
            time.sleep(0.02)
        server.stop()
        return str(answer.result().status_code)


def fastapi(serve: Any) -> str:
    """Stop Uvicorn while a handler waits."""
    with serve.uvicorn(fastapi_app) as server:
        return f"Uvicorn: {answer_under_sigterm(server)}"


def flask(serve: Any) -> str:
    """Stop Gunicorn while a view waits."""
    with serve.gunicorn(flask_app) as server:
        return f"Gunicorn: {answer_under_sigterm(server)}"


def django(serve: Any) -> str:
    """Stop Gunicorn while a view waits."""
    with serve.gunicorn(django_wsgi) as server:
        return f"Gunicorn: {answer_under_sigterm(server)}"
