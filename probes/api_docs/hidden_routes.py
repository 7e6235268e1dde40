"""Keep one route out of the schema and check that it still answers."""


def fastapi() -> str:
    """Hide a FastAPI route with include_in_schema=False and call it."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/hidden", include_in_schema=False)
    def hidden() -> str:
        return "here"

    listed = "/hidden" in app.openapi()["paths"]
    return f"in schema: {listed}; answers {TestClient(app).get('/hidden').status_code}"


def flask() -> str:
    """Add a plain Flask route beside flask-smorest and call it."""
    from flask import Flask
    from flask_smorest import Api

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    api = Api(app)

    @app.get("/hidden")
    def hidden() -> str:
        return "here"

    listed = "/hidden" in api.spec.to_dict()["paths"]
    return f"in schema: {listed}; answers {app.test_client().get('/hidden').status_code}"


def django() -> str:
    """Hide a django-ninja operation with include_in_schema=False and call it."""
    import django
    from django.conf import settings
    from django.http import HttpRequest
    from django.test import Client
    from django.urls import path

    settings.configure(ALLOWED_HOSTS=["testserver"])
    django.setup()
    from ninja import NinjaAPI

    api = NinjaAPI()

    @api.get("/hidden", include_in_schema=False)
    def hidden(request: HttpRequest) -> str:
        return "here"

    settings.ROOT_URLCONF = (path("api/", api.urls),)
    listed = "/api/hidden" in api.get_openapi_schema()["paths"]
    return f"in schema: {listed}; answers {Client().get('/api/hidden').status_code}"
