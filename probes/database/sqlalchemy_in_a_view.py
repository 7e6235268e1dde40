"""Query a table with plain SQLAlchemy from a view."""


def fastapi(tmp_path) -> str:
    """Read a value with an SQLAlchemy session inside a FastAPI route."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlalchemy import create_engine, text

    engine = create_engine(f"sqlite:///{tmp_path}/shop.db")
    app = FastAPI()

    @app.get("/")
    def index() -> int:
        with engine.connect() as connection:
            return connection.scalar(text("SELECT 42"))

    response = TestClient(app).get("/")
    return f"{response.status_code}, {response.text}"


def flask(tmp_path) -> str:
    """Read a value with an SQLAlchemy session inside a Flask view, without an extension."""
    from flask import Flask
    from sqlalchemy import create_engine, text

    engine = create_engine(f"sqlite:///{tmp_path}/shop.db")
    app = Flask(__name__)

    @app.get("/")
    def index():
        with engine.connect() as connection:
            return str(connection.scalar(text("SELECT 42")))

    response = app.test_client().get("/")
    return f"{response.status_code}, {response.text}"


def django(tmp_path) -> str:
    """Read a value with SQLAlchemy in a Django view that has no DATABASES setting."""
    import django
    from django.conf import settings
    from django.db import connection
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path
    from sqlalchemy import create_engine, text

    engine = create_engine(f"sqlite:///{tmp_path}/shop.db")

    def index(request: HttpRequest) -> HttpResponse:
        with engine.connect() as session:
            return HttpResponse(session.scalar(text("SELECT 42")))

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", index),))
    django.setup()
    response = Client().get("/")
    engine_name = connection.settings_dict["ENGINE"].rpartition(".")[2]
    return f"{response.status_code}, {response.text}; Django's own database: {engine_name}"
