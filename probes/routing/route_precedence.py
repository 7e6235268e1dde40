"""Declare /users/{name} before /users/me and ask for /users/me."""


def fastapi() -> str:
    """Ask a FastAPI app, where the parameter route is declared first, for /users/me."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/users/{name}")
    def by_name(name: str) -> str:
        return "parameter route"

    @app.get("/users/me")
    def me() -> str:
        return "fixed route"

    return TestClient(app).get("/users/me").json()


def flask() -> str:
    """Ask a Flask app, where the parameter route is declared first, for /users/me."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/users/<name>")
    def by_name(name: str) -> str:
        return "parameter route"

    @app.get("/users/me")
    def me() -> str:
        return "fixed route"

    return app.test_client().get("/users/me").text


def django() -> str:
    """Ask Django, where the parameter route is listed first, for /users/me."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def by_name(request: HttpRequest, name: str) -> HttpResponse:
        return HttpResponse("parameter route")

    def me(request: HttpRequest) -> HttpResponse:
        return HttpResponse("fixed route")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("users/<name>", by_name), path("users/me", me)),
    )
    django.setup()
    return Client().get("/users/me").content.decode()
