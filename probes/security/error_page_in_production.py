"""Let a view fail with debug off and look for the exception's text in the answer."""


def fastapi() -> str:
    """Fail in a FastAPI route whose application has the default debug setting."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def fail() -> None:
        raise RuntimeError("password=hunter2")

    answer = TestClient(app, raise_server_exceptions=False).get("/")
    shown = "shown" if "hunter2" in answer.text else "hidden"
    return f"{answer.status_code}, exception {shown}"


def flask() -> str:
    """Fail in a Flask view whose application has the default debug setting."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def fail() -> str:
        raise RuntimeError("password=hunter2")

    answer = app.test_client().get("/")
    shown = "shown" if "hunter2" in answer.text else "hidden"
    return f"{answer.status_code}, exception {shown}"


def django() -> str:
    """Fail in a Django view with the default of the DEBUG setting."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def fail(request: HttpRequest) -> HttpResponse:
        raise RuntimeError("password=hunter2")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", fail),))
    django.setup()
    answer = Client(raise_request_exception=False).get("/")
    shown = "shown" if "hunter2" in answer.text else "hidden"
    return f"{answer.status_code}, exception {shown}"
