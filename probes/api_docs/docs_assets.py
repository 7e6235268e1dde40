"""Read from which host the docs page loads its scripts."""


def fastapi() -> str:
    """Read the script addresses of FastAPI's /docs."""
    import re

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    page = TestClient(FastAPI()).get("/docs").text
    return ", ".join(re.findall(r'<script src="https://([^/]+)/', page))


def flask() -> str:
    """Ask flask-smorest for its docs page, without and with an address for the scripts."""
    import re

    from flask import Flask
    from flask_smorest import Api

    def docs(**settings: str) -> str:
        app = Flask(__name__)
        app.config.update(
            API_TITLE="Shop",
            API_VERSION="1",
            OPENAPI_VERSION="3.1.0",
            OPENAPI_URL_PREFIX="/",
            OPENAPI_SWAGGER_UI_PATH="/docs",
            **settings,
        )
        Api(app)
        answer = app.test_client().get("/docs")
        found = re.search(r'<script src="([^"]+)swagger-ui-bundle', answer.text)
        return found[1] if found else str(answer.status_code)

    own = docs(OPENAPI_SWAGGER_UI_URL="/static/swagger-ui/")
    return f"flask-smorest: no address set {docs()}; address set {own}"


def django() -> str:
    """Read the script address of django-ninja's page, with its app installed and without."""
    import re

    import django
    from django.conf import settings
    from django.test import Client, override_settings
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=["django.contrib.staticfiles", "ninja"],
        STATIC_URL="/static/",
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
        ],
    )
    django.setup()
    from ninja import NinjaAPI

    settings.ROOT_URLCONF = (path("api/", NinjaAPI().urls),)

    def source() -> str:
        page = Client().get("/api/docs").content.decode()
        address = re.search(r'<script src="([^"]*swagger-ui-bundle[^"]*)"', page)[1]
        host = re.match(r"https://([^/]+)", address)
        return host[1] if host else "own static files"

    installed = source()
    with override_settings(INSTALLED_APPS=[]):
        return f"django-ninja: {source()}; as installed app: {installed}"
