"""Ask for the schema and the docs page before and after switching them off."""


def fastapi() -> str:
    """Ask FastAPI for /docs and /openapi.json, with the defaults and with openapi_url=None."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    def statuses(app: FastAPI) -> str:
        client = TestClient(app)
        codes = {client.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")}
        return ", ".join(map(str, sorted(codes)))

    return f"default {statuses(FastAPI())}; openapi_url=None {statuses(FastAPI(openapi_url=None))}"


def flask() -> str:
    """Ask flask-smorest for its schema, without and with OPENAPI_URL_PREFIX."""
    from flask import Flask
    from flask_smorest import Api

    def status(**settings: str) -> int:
        app = Flask(__name__)
        app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0", **settings)
        Api(app)
        return app.test_client().get("/openapi.json").status_code

    prefixed = status(OPENAPI_URL_PREFIX="/")
    return f"flask-smorest default {status()}; OPENAPI_URL_PREFIX set {prefixed}"


def django() -> str:
    """Ask django-ninja for docs and schema, with the defaults and with openapi_url=None."""
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

    on = NinjaAPI(urls_namespace="on")
    off = NinjaAPI(urls_namespace="off", openapi_url=None)
    settings.ROOT_URLCONF = (path("on/", on.urls), path("off/", off.urls))

    def statuses(prefix: str) -> str:
        codes = {Client().get(f"/{prefix}/{page}").status_code for page in ("docs", "openapi.json")}
        return ", ".join(map(str, sorted(codes)))

    return f"django-ninja default {statuses('on')}; openapi_url=None {statuses('off')}"
