"""Send a browser's preflight request from a foreign origin."""

PREFLIGHT = {"Origin": "https://app.example", "Access-Control-Request-Method": "GET"}


def fastapi() -> str:
    """Ask a FastAPI route, bare and then with CORSMiddleware."""
    from fastapi import FastAPI
    from fastapi.middleware.cors import CORSMiddleware
    from fastapi.testclient import TestClient

    app = FastAPI()
    app.add_api_route("/", lambda: "page")
    bare = TestClient(app).options("/", headers=PREFLIGHT)
    allowing = CORSMiddleware(app, allow_origins=["https://app.example"])
    added = TestClient(allowing).options("/", headers=PREFLIGHT)
    before = bare.headers.get("access-control-allow-origin")
    after = added.headers.get("access-control-allow-origin")
    return f"{bare.status_code} {before}; with CORSMiddleware {added.status_code} {after}"


def flask() -> str:
    """Ask a Flask view, bare and then with Flask-CORS."""
    from flask import Flask
    from flask_cors import CORS

    def preflight(allow: bool) -> str:
        app = Flask(__name__)
        app.add_url_rule("/", view_func=lambda: "page", endpoint="page")
        if allow:
            CORS(app, origins=["https://app.example"])
        answer = app.test_client().options("/", headers=PREFLIGHT)
        return f"{answer.status_code} {answer.headers.get('Access-Control-Allow-Origin')}"

    return f"{preflight(allow=False)}; with Flask-CORS {preflight(allow=True)}"


def django() -> str:
    """Ask a Django view, bare and then with django-cors-headers."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path
    from django.views.decorators.http import require_GET

    @require_GET
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page")

    def preflight() -> str:
        answer = Client(headers=PREFLIGHT).options("/")
        return f"{answer.status_code} {answer.headers.get('Access-Control-Allow-Origin')}"

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        CORS_ALLOWED_ORIGINS=["https://app.example"],
        INSTALLED_APPS=["corsheaders"],
        ROOT_URLCONF=(path("", page),),
    )
    django.setup()
    bare = preflight()
    with override_settings(MIDDLEWARE=["corsheaders.middleware.CorsMiddleware"]):
        return f"{bare}; with django-cors-headers {preflight()}"
