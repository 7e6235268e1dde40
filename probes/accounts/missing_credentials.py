"""Call a protected address without any credentials and read status and WWW-Authenticate."""


def fastapi() -> str:
    """Call a FastAPI route that depends on HTTPBearer."""
    from typing import Annotated

    from fastapi import Depends, FastAPI
    from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def index(token: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> str:
        return token.credentials

    client = TestClient(app)
    missing = client.get("/")
    made_up = client.get("/", headers={"Authorization": "Bearer made-up"}).status_code
    return f"{missing.status_code} {missing.headers['WWW-Authenticate']}; made-up token {made_up}"


def flask() -> str:
    """Call a Flask view behind Flask-HTTPAuth's token scheme."""
    from flask import Flask
    from flask_httpauth import HTTPTokenAuth

    app = Flask(__name__)
    auth = HTTPTokenAuth()

    @auth.verify_token
    def verify(token: str) -> bool:
        return token == "not-a-real-token"

    @app.get("/")
    @auth.login_required
    def index():
        return "welcome"

    client = app.test_client()
    missing = client.get("/")
    scheme = missing.headers["WWW-Authenticate"].split()[0]
    made_up = client.get("/", headers={"Authorization": "Bearer made-up"}).status_code
    return f"with Flask-HTTPAuth {missing.status_code} {scheme}; made-up token {made_up}"


def django() -> str:
    """Call a Django view behind login_required, then one behind django-ninja's HttpBearer."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        SECRET_KEY="not-a-real-secret",
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    )
    django.setup()
    from django.contrib.auth.decorators import login_required
    from ninja import NinjaAPI
    from ninja.security import HttpBearer

    class Token(HttpBearer):
        def authenticate(self, request: HttpRequest, token: str) -> bool:
            return token == "not-a-real-token"

    @login_required
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("welcome")

    api = NinjaAPI(auth=Token())
    api.get("/")(lambda request: "welcome")
    settings.ROOT_URLCONF = (path("page", page), path("api/", api.urls))
    client = Client()
    own, missing = client.get("/page").status_code, client.get("/api/").status_code
    made_up = client.get("/api/", headers={"Authorization": "Bearer made-up"}).status_code
    return f"login_required {own}; with django-ninja {missing}, made-up token {made_up}"
