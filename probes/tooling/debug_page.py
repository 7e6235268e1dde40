"""Raise an error in debug mode and look for the traceback and for a console on the page."""

from typing import Any


def describe(page: str) -> str:
    """Tell whether a page names the failing function and whether it can run code."""
    traceback = "find_shelf" in page
    console = "EVALEX = true" in page
    return f"traceback: {'yes' if traceback else 'no'}, console: {'yes' if console else 'no'}"


def fastapi() -> str:
    """Raise an error in an application made with debug=True."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI(debug=True)

    @app.get("/")
    def find_shelf() -> float:
        return 1 / 0

    client = TestClient(app, raise_server_exceptions=False)
    return describe(client.get("/", headers={"Accept": "text/html"}).text)


def flask_app() -> Any:
    """Return an application that fails."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def find_shelf() -> str:
        return str(1 / 0)

    return app


def flask(serve: Any) -> str:
    """Raise an error under `flask run --debug`."""
    import httpx

    target = f"--app={flask_app.__module__}:flask_app"
    options = ("run", "--debug", "--no-reload", "--port={port}")
    with serve.command("-m", "flask", target, *options) as server:
        return describe(httpx.get(server.url).text)


def django() -> str:
    """Raise an error in a view with DEBUG on."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def find_shelf(request: HttpRequest) -> HttpResponse:
        return HttpResponse(1 / 0)

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DEBUG=True,
        MIDDLEWARE=[],
        ROOT_URLCONF=(path("", find_shelf),),
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    return describe(Client(raise_request_exception=False).get("/").text)
