"""Let a view ask for an object by a parameter that is not in the address."""


def fastapi() -> str:
    """Give a FastAPI route a yield dependency, then replace it as a test would."""
    from collections.abc import Iterator
    from typing import Annotated

    from fastapi import Depends, FastAPI
    from fastapi.testclient import TestClient

    steps: list[str] = []

    def database() -> Iterator[str]:
        steps.append("open")
        yield "real"
        steps.append("close")

    app = FastAPI()

    @app.get("/")
    def index(db: Annotated[str, Depends(database)]) -> str:
        steps.append("view")
        return db

    real = TestClient(app).get("/").json()
    app.dependency_overrides[database] = lambda: "fake"
    fake = TestClient(app).get("/").json()
    return f"{real}: {', '.join(steps[:3])}; overridden: {fake}"


def flask() -> str:
    """Give a Flask view a parameter that is not in its route."""
    from flask import Flask

    app = Flask(__name__)
    app.testing = True

    @app.get("/")
    def index(db: str) -> str:
        return db

    try:
        return app.test_client().get("/").text
    except TypeError as error:
        return type(error).__name__


def django() -> str:
    """Give a Django view a parameter that is not in its path."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest, db: str) -> HttpResponse:
        return HttpResponse(db)

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", index),))
    django.setup()
    try:
        return Client().get("/").content.decode()
    except TypeError as error:
        return type(error).__name__
