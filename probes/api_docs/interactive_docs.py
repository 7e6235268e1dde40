"""Ask the smallest application for a page that lets people try its endpoints."""


def fastapi() -> str:
    """Ask a bare FastAPI application for Swagger UI and for ReDoc."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    client = TestClient(FastAPI())
    docs, redoc = client.get("/docs"), client.get("/redoc")
    found = "Swagger UI" if "SwaggerUIBundle" in docs.text else "another page"
    return f"/docs {docs.status_code}, {found}; /redoc {redoc.status_code}"


def flask() -> str:
    """Ask Flask for a docs page, bare and then with flask-smorest."""
    from flask import Flask
    from flask_smorest import Api

    app = Flask(__name__)
    bare = app.test_client().get("/docs").status_code

    app = Flask(__name__)
    app.config.update(
        API_TITLE="Shop",
        API_VERSION="1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/",
        OPENAPI_SWAGGER_UI_PATH="/docs",
        OPENAPI_SWAGGER_UI_URL="/static/swagger-ui/",
    )
    Api(app)
    docs = app.test_client().get("/docs")
    found = "Swagger UI" if "SwaggerUIBundle" in docs.text else "another page"
    return f"{bare}; with flask-smorest {docs.status_code}, {found}"


def django() -> str:
    """Ask Django for a docs page, bare and then with django-ninja."""
    import django
    from django.conf import settings
    from django.test import Client
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    )
    django.setup()
    from ninja import NinjaAPI

    settings.ROOT_URLCONF = (path("api/", NinjaAPI().urls),)
    bare = Client().get("/docs").status_code
    docs = Client().get("/api/docs")
    found = "Swagger UI" if b"SwaggerUIBundle" in docs.content else "another page"
    return f"{bare}; with django-ninja {docs.status_code}, {found}"
