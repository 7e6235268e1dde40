"""Serve the bare application with an ASGI server and ask for its page."""

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
    """Build a Django application with one page and return its ASGI callable."""
    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", page),))
    return get_asgi_application()


def fastapi(serve: Any) -> str:
    """Ask a FastAPI application on Uvicorn for its page."""
    import httpx

    with serve.uvicorn(fastapi_app) as server:
        return str(httpx.get(server.url, timeout=30).status_code)


def flask(serve: Any) -> str:
    """Ask a Flask application on Uvicorn for its page."""
    import httpx

    with serve.uvicorn(flask_app) as server:
        return str(httpx.get(server.url, timeout=30).status_code)


def django(serve: Any) -> str:
    """Ask a Django application on Uvicorn for its page."""
    import httpx

    with serve.uvicorn(django_asgi) as server:
        return str(httpx.get(server.url, timeout=30).status_code)
