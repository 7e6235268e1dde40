"""Read the X-Frame-Options header of a page that sets no headers itself."""


def fastapi() -> str:
    """Read the header of a FastAPI route, bare and then behind the secure package."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from secure import Secure
    from secure.middleware import SecureASGIMiddleware

    app = FastAPI()
    app.add_api_route("/", lambda: "page")
    bare = TestClient(app).get("/").headers.get("x-frame-options")
    guarded = SecureASGIMiddleware(app, secure=Secure.with_default_headers())
    added = TestClient(guarded).get("/").headers.get("x-frame-options")
    return f"{bare}; with secure {added}"


def flask() -> str:
    """Read the header of a Flask view, bare and then behind Flask-Talisman."""
    from flask import Flask
    from flask_talisman import Talisman

    def header(guard: bool) -> str | None:
        app = Flask(__name__)
        app.add_url_rule("/", view_func=lambda: "page", endpoint="page")
        if guard:
            Talisman(app, force_https=False)
        return app.test_client().get("/").headers.get("X-Frame-Options")

    return f"{header(guard=False)}; with Flask-Talisman {header(guard=True)}"


def django() -> str:
    """Read the header of a Django view behind XFrameOptionsMiddleware, with no setting for it."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.middleware.clickjacking.XFrameOptionsMiddleware"],
        ROOT_URLCONF=(path("", page),),
    )
    django.setup()
    return Client().get("/").headers["X-Frame-Options"]
