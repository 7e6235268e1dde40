"""Post a form without a token to the smallest application and read the status."""


def fastapi() -> str:
    """Post a form without a token to a FastAPI route, bare and then behind starlette-csrf."""
    from typing import Annotated

    from fastapi import FastAPI, Form
    from fastapi.testclient import TestClient
    from starlette_csrf import CSRFMiddleware

    app = FastAPI()

    @app.post("/")
    def save(name: Annotated[str, Form()]) -> str:
        return name

    bare = TestClient(app).post("/", data={"name": "x"}).status_code
    guarded = CSRFMiddleware(app, secret="not-a-real-secret")
    added = TestClient(guarded).post("/", data={"name": "x"}).status_code
    return f"{bare}; with starlette-csrf {added}"


def flask() -> str:
    """Post a form without a token to a Flask view, bare and then behind Flask-WTF."""
    from flask import Flask, request
    from flask_wtf import CSRFProtect

    def status(guard: bool) -> int:
        app = Flask(__name__)
        app.secret_key = "not-a-real-secret"
        app.add_url_rule("/", view_func=lambda: request.form["name"], methods=["POST"])
        if guard:
            CSRFProtect(app)
        return app.test_client().post("/", data={"name": "x"}).status_code

    return f"{status(guard=False)}; with Flask-WTF {status(guard=True)}"


def django() -> str:
    """Post a form without a token to a Django view behind the default CSRF middleware."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.POST["name"])

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
        ROOT_URLCONF=(path("", save),),
    )
    django.setup()
    return str(Client(enforce_csrf_checks=True).post("/", {"name": "x"}).status_code)
