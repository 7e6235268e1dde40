"""Put a value in the session and look for it in the cookie, without knowing the secret key."""


def fastapi() -> str:
    """Decode the cookie of Starlette's SessionMiddleware with base64 alone."""
    import base64

    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient
    from starlette.middleware.sessions import SessionMiddleware

    app = FastAPI()
    app.add_middleware(SessionMiddleware, secret_key="not-a-real-secret")

    @app.get("/")
    def index(request: Request) -> None:
        request.session["color"] = "blue"

    cookie = TestClient(app).get("/").cookies["session"]
    return f"cookie decodes to {base64.b64decode(cookie.split('.')[0]).decode()}"


def flask() -> str:
    """Decode the cookie of Flask's session with base64 alone."""
    from flask import Flask, session
    from itsdangerous import base64_decode

    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"

    @app.get("/")
    def index():
        session["color"] = "blue"
        return ""

    client = app.test_client()
    client.get("/")
    cookie = client.get_cookie("session").value
    return f"cookie decodes to {base64_decode(cookie.split('.')[0]).decode().strip()}"


def django() -> str:
    """Compare the cookie of Django's default session with the row in the database."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> HttpResponse:
        request.session["color"] = "blue"
        return HttpResponse()

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django.contrib.sessions"],
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
        ROOT_URLCONF=(path("", index),),
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    from django.contrib.sessions.models import Session

    call_command("migrate", verbosity=0)
    cookie = Client().get("/").cookies["sessionid"].value
    row = Session.objects.get(session_key=cookie)
    return f"cookie is a key of {len(cookie)} characters; the database holds {row.get_decoded()}"
