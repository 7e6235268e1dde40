"""Send a request whose Host header names a foreign site."""

FOREIGN = {"Host": "evil.example"}


def fastapi() -> str:
    """Ask a FastAPI application, bare and then with TrustedHostMiddleware."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    app = FastAPI()
    app.add_api_route("/", lambda: "page")
    bare = TestClient(app).get("/", headers=FOREIGN).status_code
    guarded = TrustedHostMiddleware(app, allowed_hosts=["shop.example"])
    added = TestClient(guarded).get("/", headers=FOREIGN).status_code
    return f"{bare}; with TrustedHostMiddleware {added}"


def flask() -> str:
    """Ask a Flask application, bare and then with TRUSTED_HOSTS."""
    from flask import Flask

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "page", endpoint="page")
    bare = app.test_client().get("/", headers=FOREIGN).status_code
    app.config["TRUSTED_HOSTS"] = ["shop.example"]
    added = app.test_client().get("/", headers=FOREIGN).status_code
    return f"{bare}; with TRUSTED_HOSTS {added}"


def django() -> str:
    """Ask Django with the default ALLOWED_HOSTS, with and without a call of get_host()."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page")

    settings.configure(
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"], ROOT_URLCONF=(path("", page),)
    )
    django.setup()
    default = Client(headers=FOREIGN).get("/").status_code
    with override_settings(MIDDLEWARE=[]):
        unchecked = Client(headers=FOREIGN).get("/").status_code
    return f"{default}; without CommonMiddleware {unchecked}"
