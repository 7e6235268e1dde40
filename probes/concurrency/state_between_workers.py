"""Count visits in a module global on two worker processes and compare with the visits made."""

import os
from typing import Any

visits = 0


def visit() -> str:
    """Count one visit and return the id of the process and its count."""
    global visits  # noqa: PLW0603 -- the global is what is being tried
    visits += 1
    return f"{os.getpid()} {visits}"


def fastapi_app() -> object:
    """Build a FastAPI application that counts its visits."""
    from fastapi import FastAPI
    from fastapi.responses import PlainTextResponse

    app = FastAPI()
    app.add_api_route("/", visit, response_class=PlainTextResponse)
    return app


def flask_app() -> object:
    """Build a Flask application that counts its visits."""
    from flask import Flask

    app = Flask(__name__)
    app.add_url_rule("/", view_func=visit)
    return app


def django_wsgi() -> object:
    """Build a Django application that counts its visits."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(visit())

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", page),))
    return get_wsgi_application()


def count_visits(url: str) -> str:
    """Visit on new connections until both processes have answered; compare the counts."""
    import time

    import httpx

    counts: dict[str, int] = {}
    made = 0
    deadline = time.monotonic() + 20
    with httpx.Client(headers={"Connection": "close"}, timeout=30) as client:
        while len(counts) < 2 and time.monotonic() < deadline:
            process, count = client.get(url).raise_for_status().text.split()
            counts[process] = int(count)
            made += 1
    verdict = "shared" if made in counts.values() else "each its own count"
    return f"{len(counts)} processes: {verdict}"


def fastapi(serve: Any) -> str:
    """Count visits on two Uvicorn processes."""
    with serve.uvicorn(fastapi_app, "--workers=2") as server:
        return count_visits(server.url)


def flask(serve: Any) -> str:
    """Count visits on two Gunicorn processes."""
    with serve.gunicorn(flask_app, "--workers=2") as server:
        return count_visits(server.url)


def django(serve: Any) -> str:
    """Count visits on two Gunicorn processes."""
    with serve.gunicorn(django_wsgi, "--workers=2") as server:
        return count_visits(server.url)
