"""Post a form without a token to the smallest application, then with one; read both statuses."""


def fastapi() -> str:
    """Post a form to a FastAPI route, bare, then behind starlette-csrf without and with a token."""
    from typing import Annotated

    from fastapi import FastAPI, Form
    from fastapi.testclient import TestClient
    from starlette_csrf import CSRFMiddleware

    app = FastAPI()

    @app.get("/")
    def show() -> str:
        return "a form"

    @app.post("/")
    def save(name: Annotated[str, Form()]) -> str:
        return name

    form = {"name": "x"}
    bare = TestClient(app).post("/", data=form).status_code
    client = TestClient(CSRFMiddleware(app, secret="not-a-real-secret"))
    without = client.post("/", data=form).status_code
    token = client.get("/").cookies["csrftoken"]
    right = client.post("/", data=form, headers={"X-CSRFToken": token}).status_code
    return f"{bare}; with starlette-csrf {without}, with its token {right}"


def flask() -> str:
    """Post a form to a Flask view, bare, then behind Flask-WTF without and with a token."""
    from flask import Flask, request
    from flask.testing import FlaskClient
    from flask_wtf import CSRFProtect
    from flask_wtf.csrf import generate_csrf

    def client(guard: bool) -> FlaskClient:
        app = Flask(__name__)
        app.secret_key = "not-a-real-secret"
        app.add_url_rule("/", view_func=lambda: request.form["name"], methods=["POST"])
        app.add_url_rule("/token", "token", generate_csrf)
        if guard:
            CSRFProtect(app)
        return app.test_client()

    form = {"name": "x"}
    bare = client(guard=False).post("/", data=form).status_code
    guarded = client(guard=True)
    without = guarded.post("/", data=form).status_code
    token = guarded.get("/token").text
    right = guarded.post("/", data={**form, "csrf_token": token}).status_code
    return f"{bare}; with Flask-WTF {without}, with its token {right}"


def django() -> str:
    """Post a form to a view behind Django's CSRF middleware, without and with a token."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.middleware.csrf import get_token
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.POST["name"] if request.method == "POST" else "a form")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
        ROOT_URLCONF=(
            path("", save),
            path("token", lambda request: HttpResponse(get_token(request))),
        ),
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    client = Client(enforce_csrf_checks=True)
    without = client.post("/", {"name": "x"}).status_code
    token = client.get("/token").text
    right = client.post("/", {"name": "x", "csrfmiddlewaretoken": token}).status_code
    return f"{without}; with a token {right}"
