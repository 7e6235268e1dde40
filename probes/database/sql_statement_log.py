"""Run one query in a view and ask which SQL was sent."""


def fastapi() -> str:
    """Collect what SQLModel's engine logs about one request when its logger is set to INFO."""
    import logging

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlmodel import Session, create_engine, text

    engine = create_engine("sqlite://", echo=True)
    app = FastAPI()

    @app.get("/")
    def index() -> int:
        with Session(engine) as session:
            return session.scalar(text("SELECT 42"))

    lines: list[str] = []
    listener = logging.Handler()
    listener.emit = lambda record: lines.append(record.getMessage())
    logging.getLogger("sqlalchemy.engine").addHandler(listener)
    TestClient(app).get("/")
    return f"echo=True logs: {[line for line in lines if line.startswith('SELECT')]}"


def flask() -> str:
    """Read get_recorded_queries() of Flask-SQLAlchemy at the end of a view."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from flask_sqlalchemy.record_queries import get_recorded_queries

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    app.config["SQLALCHEMY_RECORD_QUERIES"] = True
    db = SQLAlchemy(app)

    @app.get("/")
    def index():
        db.session.scalar(db.text("SELECT 42"))
        return [query.statement for query in get_recorded_queries()]

    return f"get_recorded_queries(): {app.test_client().get('/').json}"


def django() -> str:
    """Read connection.queries at the end of a view, with DEBUG on and off."""
    import django
    from django.conf import settings
    from django.db import connection
    from django.http import HttpRequest, JsonResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> JsonResponse:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 42")
        return JsonResponse([query["sql"] for query in connection.queries], safe=False)

    settings.configure(
        DEBUG=True,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        ROOT_URLCONF=(path("", index),),
        ALLOWED_HOSTS=["testserver"],
    )
    django.setup()
    shown = Client().get("/").json()
    settings.DEBUG = False
    return f"DEBUG: {shown}; without: {Client().get('/').json()}"
