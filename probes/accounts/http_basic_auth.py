"""Send HTTP Basic credentials and read them in the view."""


def fastapi() -> str:
    """Read the credentials with FastAPI's HTTPBasic."""
    from typing import Annotated

    from fastapi import Depends, FastAPI
    from fastapi.security import HTTPBasic, HTTPBasicCredentials
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def index(sent: Annotated[HTTPBasicCredentials, Depends(HTTPBasic())]) -> str:
        return sent.username

    client = TestClient(app)
    sent = client.get("/", auth=("bob", "x")).json()
    return f"missing {client.get('/').status_code}; sent: {sent}"


def flask() -> str:
    """Read the credentials from Flask's request.authorization."""
    from flask import Flask, request

    app = Flask(__name__)

    @app.get("/")
    def index():
        return request.authorization.username if request.authorization else "nobody"

    client = app.test_client()
    sent = client.get("/", auth=("bob", "x")).text
    return f"missing {client.get('/').status_code} {client.get('/').text}; sent: {sent}"


def django() -> str:
    """Look for the user of a Basic header in Django, then in Django REST framework."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    from django.contrib.auth.models import User
    from rest_framework.authentication import BasicAuthentication
    from rest_framework.request import Request
    from rest_framework.response import Response
    from rest_framework.views import APIView

    class Me(APIView):
        authentication_classes = (BasicAuthentication,)

        def get(self, request: Request) -> Response:
            return Response(request.user.username)

    def plain(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.user.get_username() or "nobody")

    settings.ROOT_URLCONF = (path("plain", plain), path("drf", Me.as_view()))
    call_command("migrate", verbosity=0)
    User.objects.create_user("bob", password="x")
    client = Client(headers={"Authorization": "Basic Ym9iOng="})
    return f"Django: {client.get('/plain').text}; with DRF: {client.get('/drf').json()}"
