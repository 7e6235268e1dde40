"""Sign a session with the old key, change the key, keep the old one as a fallback, read it."""


def fastapi() -> str:
    """Change the one key that SessionMiddleware takes."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient
    from starlette.middleware.sessions import SessionMiddleware

    app = FastAPI()

    @app.post("/")
    def save(request: Request) -> None:
        request.session["name"] = "Ann"

    @app.get("/")
    def read(request: Request) -> str:
        return request.session.get("name", "session lost")

    before = TestClient(SessionMiddleware(app, secret_key="old"))
    before.post("/")
    after = TestClient(SessionMiddleware(app, secret_key="new"), cookies=before.cookies)
    return after.get("/").json()


def flask() -> str:
    """Set a new SECRET_KEY and move the old one to SECRET_KEY_FALLBACKS."""
    from flask import Flask, session

    app = Flask(__name__)

    @app.post("/")
    def save() -> str:
        session["name"] = "Ann"
        return ""

    @app.get("/")
    def read() -> str:
        return session.get("name", "session lost")

    client = app.test_client()
    app.config["SECRET_KEY"] = "old"
    client.post("/")
    app.config.update(SECRET_KEY="new", SECRET_KEY_FALLBACKS=["old"])
    return client.get("/").text


def django() -> str:
    """Set a new SECRET_KEY and move the old one to SECRET_KEY_FALLBACKS."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    def save_or_read(request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            request.session["name"] = "Ann"
        return HttpResponse(request.session.get("name", "session lost"))

    settings.configure(
        SECRET_KEY="old",
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
        ROOT_URLCONF=(path("", save_or_read),),
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    )
    django.setup()
    client = Client()
    client.post("/")
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=["old"]):
        return client.get("/").text
