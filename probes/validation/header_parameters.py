"""Read a number from a request header, sent once as 7 and once as a word."""


def fastapi() -> str:
    """Declare an int header parameter in a FastAPI route."""
    from typing import Annotated

    from fastapi import FastAPI, Header
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def index(x_page: Annotated[int, Header()]) -> str:
        return repr(x_page)

    client = TestClient(app)
    good = client.get("/", headers={"X-Page": "7"}).json()
    bad = client.get("/", headers={"X-Page": "seven"}).status_code
    return f"view gets {good}; a word {bad}"


def flask() -> str:
    """Read an integer with request.headers.get(type=int) in a Flask view."""
    from flask import Flask, request

    app = Flask(__name__)

    @app.get("/")
    def index() -> str:
        return repr(request.headers.get("X-Page", type=int))

    client = app.test_client()
    good, bad = (client.get("/", headers={"X-Page": word}).text for word in ("7", "seven"))
    return f"view gets {good}; a word gives {bad}"


def django() -> str:
    """Read request.headers in a Django view."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> HttpResponse:
        return HttpResponse(repr(request.headers["X-Page"]))

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", index),))
    django.setup()
    good, bad = (Client().get("/", headers={"x-page": word}).text for word in ("7", "seven"))
    return f"view gets {good}; a word gives {bad}"
