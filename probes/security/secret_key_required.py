"""Use the session in an application for which nobody has set a secret key."""


def fastapi() -> str:
    """Add SessionMiddleware to a FastAPI application without a key."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from starlette.middleware.sessions import SessionMiddleware

    app = FastAPI()
    app.add_api_route("/", lambda: "page")
    bare = TestClient(app).get("/").status_code
    try:
        SessionMiddleware(app)
    except TypeError:
        return f"page without session {bare}; SessionMiddleware: TypeError"
    return "accepted"


def flask() -> str:
    """Write into the session of a Flask application without a key."""
    from flask import Flask, session

    app = Flask(__name__)
    app.testing = True
    app.add_url_rule("/", view_func=lambda: "page", endpoint="page")
    app.add_url_rule("/save", view_func=lambda: session.update(name="Ann"), endpoint="save")
    bare = app.test_client().get("/").status_code
    try:
        app.test_client().get("/save")
    except RuntimeError:
        return f"page without session {bare}; session: RuntimeError"
    return "accepted"


def django() -> str:
    """Read SECRET_KEY and start Django without a key."""
    import django
    from django.conf import settings
    from django.core import signing
    from django.core.exceptions import ImproperlyConfigured
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", page),))
    django.setup()
    bare = Client().get("/").status_code
    try:
        signing.dumps("ann")
    except ImproperlyConfigured:
        return f"page without session {bare}; signing: ImproperlyConfigured"
    return "accepted"
