"""Speak HTTP/2 with prior knowledge to a server that offers it."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application with one page."""
    from fastapi import FastAPI

    app = FastAPI()
    app.add_api_route("/", lambda: "done")
    return app


def flask_app() -> object:
    """Build a Flask application with one page."""
    from flask import Flask

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "done")
    return app


def django_asgi() -> object:
    """Build a Django application with one page."""
    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", page),))
    return get_asgi_application()


def protocol(url: str) -> str:
    """Ask for the page in HTTP/2 and return the version of the answer."""
    import httpx

    with httpx.Client(http1=False, http2=True, timeout=30) as client:
        answer = client.get(url).raise_for_status()
    return answer.http_version


def fastapi(serve: Any) -> str:
    """Speak HTTP/2 to a FastAPI application on Hypercorn."""
    with serve.hypercorn(fastapi_app, "asgi") as server:
        return f"Hypercorn: {protocol(server.url)}"


def flask(serve: Any) -> str:
    """Speak HTTP/2 to a Flask application on Gunicorn with HTTP/2 switched on."""
    options = ("--threads=8", "--http-protocols=h2,h1", "--http2-cleartext=prior-knowledge")
    with serve.gunicorn(flask_app, *options) as server:
        return f"Gunicorn: {protocol(server.url)}"


def django(serve: Any) -> str:
    """Speak HTTP/2 to a Django application on Hypercorn."""
    with serve.hypercorn(django_asgi, "asgi") as server:
        return f"Hypercorn: {protocol(server.url)}"
