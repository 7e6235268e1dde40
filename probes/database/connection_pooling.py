"""Ask PostgreSQL for the id of its backend process in four requests and count the ids."""


def fastapi(postgres) -> str:
    """Count the PostgreSQL connections of four requests with SQLModel's default engine."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlmodel import Session, create_engine, text

    engine = create_engine(postgres)
    app = FastAPI()

    @app.get("/")
    def index() -> int:
        with Session(engine) as session:
            return session.scalar(text("SELECT pg_backend_pid()"))

    client = TestClient(app)
    return f"4 requests, {len({client.get('/').json() for _ in range(4)})} connection"


def flask(postgres) -> str:
    """Count the PostgreSQL connections of four requests with Flask-SQLAlchemy's defaults."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = postgres
    db = SQLAlchemy(app)

    @app.get("/")
    def index():
        return str(db.session.scalar(db.text("SELECT pg_backend_pid()")))

    client = app.test_client()
    return f"4 requests, {len({client.get('/').text for _ in range(4)})} connection"


def django_app():
    """Return an application whose page answers with the id of its PostgreSQL backend."""
    import os
    from urllib.parse import urlsplit

    import django
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connections
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def index(request: HttpRequest, database: str) -> HttpResponse:
        with connections[database].cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            return HttpResponse(cursor.fetchone()[0])

    url = urlsplit(os.environ["DATABASE"])
    server = {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": url.hostname,
        "PORT": url.port,
        "USER": url.username,
        "NAME": url.path.lstrip("/"),
    }
    kept = {**server, "CONN_MAX_AGE": 60}
    pooled = {**server, "OPTIONS": {"pool": {"min_size": 1, "max_size": 1}}}
    settings.configure(
        DATABASES={"default": server, "kept": kept, "pooled": pooled},
        ROOT_URLCONF=(path("<database>", index),),
    )
    django.setup()
    return WSGIHandler()


def django(postgres, serve) -> str:
    """Count the connections of four requests: by default, with CONN_MAX_AGE, with a pool."""
    import httpx

    with serve.gunicorn(django_app, f"--env=DATABASE={postgres}") as server:
        client = httpx.Client(base_url=server.url, timeout=30)
        default, kept, pooled = (
            len({client.get(f"/{database}").text for _ in range(4)})
            for database in ("default", "kept", "pooled")
        )
    return f"4 requests, {default} connections; with CONN_MAX_AGE {kept}; with pool {pooled}"
