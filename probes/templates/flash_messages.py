"""Leave a message in one request, then read two pages: it should show on the first only."""


def fastapi() -> str:
    """Keep the message in request.session and remove it when it is shown."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient
    from starlette.middleware.sessions import SessionMiddleware

    app = FastAPI()
    app.add_middleware(SessionMiddleware, secret_key="not-a-real-secret")

    @app.post("/save")
    def save(request: Request) -> None:
        request.session["flash"] = "Saved"

    @app.get("/")
    def page(request: Request) -> str:
        return request.session.pop("flash", "nothing")

    client = TestClient(app)
    client.post("/save")
    return f"by hand: {client.get('/').json()}, then {client.get('/').json()}"


def flask() -> str:
    """Use flash() and get_flashed_messages()."""
    from flask import Flask, flash, get_flashed_messages

    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"

    @app.post("/save")
    def save() -> str:
        flash("Saved")
        return ""

    @app.get("/")
    def page() -> str:
        return " ".join(get_flashed_messages()) or "nothing"

    client = app.test_client()
    client.post("/save")
    return f"{client.get('/').text}, then {client.get('/').text}"


def django() -> str:
    """Use messages.success() and messages.get_messages() with the message middleware."""
    import django
    from django.conf import settings
    from django.contrib import messages
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> HttpResponse:
        messages.success(request, "Saved")
        return HttpResponse()

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(" ".join(map(str, messages.get_messages(request))) or "nothing")

    settings.configure(
        SECRET_KEY="not-a-real-secret",
        ALLOWED_HOSTS=["testserver"],
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        MIDDLEWARE=["django.contrib.messages.middleware.MessageMiddleware"],
        ROOT_URLCONF=(path("save", save), path("", page)),
    )
    django.setup()
    client = Client()
    client.post("/save")
    return f"{client.get('/').text}, then {client.get('/').text}"
