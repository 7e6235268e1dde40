"""Await six queries of 0.5 s together inside one view and see whether the waits overlap."""


def fastapi(postgres) -> str:
    """Await six slow queries together with SQLAlchemy's asyncio extension in a FastAPI route."""
    import asyncio
    import time

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlalchemy import text
    from sqlalchemy.ext.asyncio import create_async_engine

    app = FastAPI()

    @app.get("/")
    async def index() -> str:
        engine = create_async_engine(postgres)

        async def query(seconds: float) -> None:
            async with engine.connect() as connection:
                await connection.execute(text("SELECT pg_sleep(:n)"), {"n": seconds})

        await query(0)
        start = time.monotonic()
        await asyncio.gather(*[query(0.5) for _ in range(6)])
        overlap = time.monotonic() - start < 1.5
        await engine.dispose()
        return "concurrent" if overlap else "serial"

    return f"6 awaited in one request: {TestClient(app).get('/').json()}"


def flask(postgres) -> str:
    """Await six slow queries together with SQLAlchemy's asyncio extension in a Flask view."""
    import asyncio
    import time

    from flask import Flask
    from sqlalchemy import text
    from sqlalchemy.ext.asyncio import create_async_engine

    app = Flask(__name__)

    @app.get("/")
    async def index() -> str:
        engine = create_async_engine(postgres)

        async def query(seconds: float) -> None:
            async with engine.connect() as connection:
                await connection.execute(text("SELECT pg_sleep(:n)"), {"n": seconds})

        await query(0)
        start = time.monotonic()
        await asyncio.gather(*[query(0.5) for _ in range(6)])
        overlap = time.monotonic() - start < 1.5
        await engine.dispose()
        return "concurrent" if overlap else "serial"

    return f"6 awaited in one request: {app.test_client().get('/').text}"


def django(postgres) -> str:
    """Await six slow queries together with Django's async ORM in one view."""
    import asyncio
    import time
    from urllib.parse import urlsplit

    import django
    from django.conf import settings
    from django.db import connection, models
    from django.db.models import Func, TextField, Value
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    async def query(seconds: float) -> None:
        pause = Func(Value(seconds), function="pg_sleep", output_field=TextField())
        await Product.objects.annotate(pause=pause).afirst()

    async def index(request: HttpRequest) -> HttpResponse:
        await query(0)
        start = time.monotonic()
        await asyncio.gather(*[query(0.5) for _ in range(6)])
        return HttpResponse("concurrent" if time.monotonic() - start < 1.5 else "serial")

    url = urlsplit(postgres)
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "HOST": url.hostname,
                "PORT": url.port,
                "USER": url.username,
                "NAME": url.path.lstrip("/"),
            }
        },
        ROOT_URLCONF=(path("", index),),
    )
    django.setup()

    class Product(models.Model):
        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Product)
    Product.objects.create()
    return f"6 awaited in one request: {asyncio.run(AsyncClient().get('/')).text}"
