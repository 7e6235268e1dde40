"""Ask many times for the process id and count the processes that answer."""

import os
import time
from typing import Any


def processes(running: Any, expected: int) -> int:
    """Ask in rounds of eight until the expected processes were seen, ten seconds at most."""
    from concurrent.futures import ThreadPoolExecutor

    import httpx

    seen: set[str] = set()
    client = httpx.Client(headers={"Connection": "close"})
    with running as server, client, ThreadPoolExecutor(8) as pool:
        deadline = time.monotonic() + 10
        while not seen or (len(seen) < expected and time.monotonic() < deadline):
            seen |= {response.text for response in pool.map(client.get, [server.url] * 8)}
    return len(seen)


def count(start: Any) -> str:
    """Count the processes by default and with WEB_CONCURRENCY=2."""
    default = processes(start(), expected=1)
    os.environ["WEB_CONCURRENCY"] = "2"
    return f"{default} process; WEB_CONCURRENCY=2: {processes(start(), expected=2)}"


def fastapi_app() -> Any:
    """Return an application that answers with its process id after a short wait."""
    from fastapi import FastAPI

    app = FastAPI()

    @app.get("/")
    def process() -> int:
        time.sleep(0.05)
        return os.getpid()

    return app


def fastapi(serve: Any) -> str:
    """Count the processes of Uvicorn."""
    return count(lambda: serve.uvicorn(fastapi_app))


def flask_app() -> Any:
    """Return an application that answers with its process id after a short wait."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def process() -> str:
        time.sleep(0.05)
        return str(os.getpid())

    return app


def flask(serve: Any) -> str:
    """Count the processes of Gunicorn."""
    return count(lambda: serve.gunicorn(flask_app))


def django_app() -> Any:
    """Return an application that answers with its process id after a short wait."""
    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def process(request: HttpRequest) -> HttpResponse:
        time.sleep(0.05)
        return HttpResponse(os.getpid())

    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], ROOT_URLCONF=(path("", process),)
    )
    django.setup()
    return get_wsgi_application()


def django(serve: Any) -> str:
    """Count the processes of Gunicorn."""
    return count(lambda: serve.gunicorn(django_app))
