"""Ask over HTTPS and read the Strict-Transport-Security header."""


def fastapi() -> str:
    """Ask a FastAPI route, bare and then behind the secure package."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from secure import Secure
    from secure.middleware import SecureASGIMiddleware

    def header(guard: bool) -> str | None:
        app = FastAPI()
        app.add_api_route("/", lambda: "page")
        if guard:
            app.add_middleware(SecureASGIMiddleware, secure=Secure.with_default_headers())
        answer = TestClient(app, base_url="https://testserver").get("/")
        return answer.headers.get("strict-transport-security")

    return f"{header(guard=False)}; with secure {header(guard=True)}"


def flask() -> str:
    """Ask a Flask view, bare and then behind Flask-Talisman."""
    from flask import Flask
    from flask_talisman import Talisman

    def header(guard: bool) -> str | None:
        app = Flask(__name__)
        app.add_url_rule("/", view_func=lambda: "page", endpoint="page")
        if guard:
            Talisman(app)
        answer = app.test_client().get("/", base_url="https://localhost")
        return answer.headers.get("Strict-Transport-Security")

    return f"{header(guard=False)}; with Flask-Talisman {header(guard=True)}"


def django() -> str:
    """Ask a Django view behind SecurityMiddleware, first without SECURE_HSTS_SECONDS."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware"],
        ROOT_URLCONF=(path("", page),),
    )
    django.setup()
    bare = Client().get("/", secure=True).headers.get("Strict-Transport-Security")
    with override_settings(SECURE_HSTS_SECONDS=3600):
        added = Client().get("/", secure=True).headers["Strict-Transport-Security"]
    return f"{bare}; with SECURE_HSTS_SECONDS {added}"
