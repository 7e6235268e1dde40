"""Declare the same address twice with two functions of the same name."""


def fastapi() -> str:
    """Declare a FastAPI route twice, ask for it, and count warnings when the schema is made."""
    import warnings

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    def declare(answer: str) -> None:
        @app.get("/")
        def index() -> str:
            return answer

    declare("first")
    declare("second")
    seen = TestClient(app).get("/").json()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        app.openapi()
    return f"{seen} answers; {len(caught)} warning when the schema is made"


def flask() -> str:
    """Declare a Flask route twice with the same function name."""
    from flask import Flask

    app = Flask(__name__)

    def declare(answer: str) -> None:
        @app.get("/")
        def index() -> str:
            return answer

    declare("first")
    try:
        declare("second")
    except AssertionError as error:
        return type(error).__name__
    return app.test_client().get("/").text


def django() -> str:
    """List a Django path twice, ask for it, and run the system checks."""
    import django
    from django.conf import settings
    from django.core.checks import run_checks
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def first(request: HttpRequest) -> HttpResponse:
        return HttpResponse("first")

    def second(request: HttpRequest) -> HttpResponse:
        return HttpResponse("second")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("", first, name="index"), path("", second, name="index")),
    )
    django.setup()
    seen = Client().get("/").content.decode()
    about_urls = [found for found in run_checks() if found.id and found.id.startswith("urls")]
    return f"{seen} answers; {len(about_urls)} messages from check"
