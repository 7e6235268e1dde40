"""Call an `async def` handler in the smallest application and read the status."""


def fastapi() -> str:
    """Call an `async def` handler of a FastAPI application."""
    import asyncio

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    async def page() -> str:
        await asyncio.sleep(0)
        return "done"

    return str(TestClient(app).get("/").status_code)


def flask() -> str:
    """Call an `async def` view of a Flask application, first as if asgiref were not installed."""
    import asyncio
    import sys

    from flask import Flask

    app = Flask(__name__)
    app.testing = True

    @app.get("/")
    async def page() -> str:
        await asyncio.sleep(0)
        return "done"

    sys.modules["asgiref.sync"] = None  # importing it now fails
    try:
        without = str(app.test_client().get("/").status_code)
    except RuntimeError as error:
        without = type(error).__name__
    del sys.modules["asgiref.sync"]
    return f"without asgiref {without}; with it {app.test_client().get('/').status_code}"


def django() -> str:
    """Call an `async def` view of a Django application, over WSGI and over ASGI."""
    import asyncio

    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient, Client
    from django.urls import path

    async def page(request: HttpRequest) -> HttpResponse:
        await asyncio.sleep(0)
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", page),))
    django.setup()
    wsgi = Client().get("/").status_code
    asgi = asyncio.run(AsyncClient().get("/")).status_code
    return f"WSGI {wsgi}; ASGI {asgi}"
