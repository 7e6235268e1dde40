"""Call the blocking ORM from inside an `async def` view."""


def fastapi_app():
    """Return an application whose async route blocks for 0.5 s in a SQLModel query."""
    from fastapi import FastAPI
    from sqlalchemy import event
    from sqlmodel import Session, create_engine, text

    app = FastAPI()
    engine = create_engine("sqlite:///shop.db")
    event.listen(engine, "connect", add_sleep)

    @app.get("/")
    async def index() -> str:
        with Session(engine) as session:
            return str(session.scalar(text("SELECT sleep(0.5)")))

    return app


def flask_app():
    """Return an application whose async view blocks for 0.5 s in a Flask-SQLAlchemy query."""
    from pathlib import Path

    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy import event

    app = Flask(__name__, instance_path=str(Path.cwd()))
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///shop.db"
    db = SQLAlchemy(app)
    with app.app_context():
        event.listen(db.engine, "connect", add_sleep)

    @app.get("/")
    async def index():
        return str(db.session.scalar(db.text("SELECT sleep(0.5)")))

    return app


def add_sleep(connection, _) -> None:
    """Give SQLite a function that waits, as a slow query would."""
    import time

    connection.create_function("sleep", 1, time.sleep)


def fastapi(serve) -> str:
    """Send six requests at once to an async route that makes a blocking 0.5 s query."""
    import time
    from concurrent.futures import ThreadPoolExecutor

    import httpx

    with serve.uvicorn(fastapi_app) as server, ThreadPoolExecutor(6) as pool:
        client = httpx.Client(timeout=30)
        status = client.get(server.url).status_code
        start = time.monotonic()
        list(pool.map(client.get, [server.url] * 6))
        overlap = "concurrent" if time.monotonic() - start < 1.5 else "serial"
    return f"{status}; 6 at once: {overlap}"


def flask(serve) -> str:
    """Send six requests at once to an async view that makes a blocking 0.5 s query."""
    import time
    from concurrent.futures import ThreadPoolExecutor

    import httpx

    options = ("--worker-class=gthread", "--threads=8")
    with serve.gunicorn(flask_app, *options) as server, ThreadPoolExecutor(6) as pool:
        client = httpx.Client(timeout=30)
        status = client.get(server.url).status_code
        start = time.monotonic()
        list(pool.map(client.get, [server.url] * 6))
        overlap = "concurrent" if time.monotonic() - start < 1.5 else "serial"
    return f"{status}; 6 at once on 8 threads: {overlap}"


def django(tmp_path) -> str:
    """Make a blocking query in an async view, then the same query with its async method."""
    import asyncio

    import django
    from django.conf import settings
    from django.core.exceptions import SynchronousOnlyOperation
    from django.db import connection, models
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    async def index(request: HttpRequest) -> HttpResponse:
        try:
            blocking = str(Product.objects.count())
        except SynchronousOnlyOperation as error:
            blocking = type(error).__name__
        return HttpResponse(f"count(): {blocking}; acount(): {await Product.objects.acount()}")

    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "shop.db"}
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": database},
        ROOT_URLCONF=(path("", index),),
    )
    django.setup()

    class Product(models.Model):
        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Product)
    return asyncio.run(AsyncClient().get("/")).text
