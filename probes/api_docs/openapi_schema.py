"""Ask the smallest application for a machine-readable schema of its routes."""


def fastapi() -> str:
    """Ask a bare FastAPI application for /openapi.json."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    answer = TestClient(FastAPI()).get("/openapi.json")
    return f"{answer.status_code}, OpenAPI {answer.json()['openapi']}"


def flask() -> str:
    """Ask Flask for /openapi.json, bare and then with flask-smorest."""
    from flask import Flask
    from flask_smorest import Api

    app = Flask(__name__)
    bare = app.test_client().get("/openapi.json").status_code

    app = Flask(__name__)
    app.config.update(
        API_TITLE="Shop",
        API_VERSION="1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/",
    )
    Api(app)
    answer = app.test_client().get("/openapi.json")
    return f"{bare}; with flask-smorest {answer.status_code}, OpenAPI {answer.json['openapi']}"


def django() -> str:
    """Ask Django for a schema, bare and then with django-ninja."""
    import django
    from django.conf import settings
    from django.test import Client
    from django.urls import path

    settings.configure(ALLOWED_HOSTS=["testserver"])
    django.setup()
    from ninja import NinjaAPI

    settings.ROOT_URLCONF = (path("api/", NinjaAPI().urls),)
    bare = Client().get("/openapi.json").status_code
    answer = Client().get("/api/openapi.json")
    return f"{bare}; with django-ninja {answer.status_code}, OpenAPI {answer.json()['openapi']}"
