"""Answer a request with no database configured, and see whether SQLite was loaded."""


def fastapi() -> str:
    """Answer a request with FastAPI alone and look for a loaded database module."""
    import sys

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def index() -> str:
        return "hello"

    status = TestClient(app).get("/").status_code
    return f"{status}; sqlite3 loaded: {'sqlite3' in sys.modules}"


def flask() -> str:
    """Answer a request with Flask alone and look for a loaded database module."""
    import sys

    from flask import Flask

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "hello")
    status = app.test_client().get("/").status_code
    return f"{status}; sqlite3 loaded: {'sqlite3' in sys.modules}"


def django() -> str:
    """Answer a request with Django without DATABASES, then try a query."""
    import django
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.db import connection
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> HttpResponse:
        return HttpResponse("hello")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", index),))
    django.setup()
    status = Client().get("/").status_code
    try:
        connection.cursor()
        query = "ran"
    except ImproperlyConfigured as error:
        query = type(error).__name__
    return f"{status}; a query: {query}"
