"""Query a database with a blocking driver inside an `async def` handler."""


def fastapi() -> str:
    """Query SQLite through sqlite3 in an `async def` handler."""
    import sqlite3

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    async def query() -> int:
        return int(sqlite3.connect(":memory:").execute("SELECT 1").fetchone()[0])

    return str(TestClient(app).get("/").status_code)


def flask() -> str:
    """Query SQLite through sqlite3 in an `async def` view."""
    import sqlite3

    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    async def query() -> str:
        return str(sqlite3.connect(":memory:").execute("SELECT 1").fetchone()[0])

    return str(app.test_client().get("/").status_code)


def django() -> str:
    """Query SQLite through Django's own connection in an `async def` view."""
    import asyncio

    import django
    from django.conf import settings
    from django.core.exceptions import SynchronousOnlyOperation
    from django.db import connection
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    async def query(request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            return HttpResponse(cursor.execute("SELECT 1").fetchone())

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        ROOT_URLCONF=(path("", query),),
    )
    django.setup()
    try:
        return str(asyncio.run(AsyncClient().get("/")).status_code)
    except SynchronousOnlyOperation as error:
        return type(error).__name__
