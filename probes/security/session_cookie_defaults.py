"""Store a value in the session and read the flags of the session cookie."""

FLAGS = ("httponly", "samesite", "secure", "max-age")


def fastapi() -> str:
    """Store the value in a FastAPI route behind SessionMiddleware."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient
    from starlette.middleware.sessions import SessionMiddleware

    app = FastAPI()
    app.add_middleware(SessionMiddleware, secret_key="not-a-real-secret")

    @app.get("/")
    def save(request: Request) -> None:
        request.session["name"] = "Ann"

    header = TestClient(app).get("/").headers["set-cookie"].lower()
    parts = [part.strip() for part in header.split(";")]
    return "; ".join(sorted(part for part in parts if part.startswith(FLAGS)))


def flask() -> str:
    """Store the value in a Flask view."""
    from flask import Flask, session

    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"

    @app.get("/")
    def save() -> str:
        session["name"] = "Ann"
        return ""

    header = app.test_client().get("/").headers["Set-Cookie"].lower()
    parts = [part.strip() for part in header.split(";")]
    return "; ".join(sorted(part for part in parts if part.startswith(FLAGS)))


def django() -> str:
    """Store the value in a Django view behind the session middleware."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> HttpResponse:
        request.session["name"] = "Ann"
        return HttpResponse()

    settings.configure(
        SECRET_KEY="not-a-real-secret",
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
        ROOT_URLCONF=(path("", save),),
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    )
    django.setup()
    header = Client().get("/").cookies.output(header="").lower()
    parts = [part.strip() for part in header.split(";")]
    return "; ".join(sorted(part for part in parts if part.startswith(FLAGS)))
