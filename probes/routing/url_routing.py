"""Declare one route in each of the two usual ways and call both."""


def fastapi() -> str:
    """Declare a FastAPI route with a decorator and one with add_api_route, call both."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/hello")
    def hello() -> str:
        return "hello"

    app.add_api_route("/again", hello)
    client = TestClient(app)
    decorator, call = (client.get(path).status_code for path in ("/hello", "/again"))
    return f"decorator {decorator}; add_api_route {call}"


def flask() -> str:
    """Declare a Flask route with a decorator and one with add_url_rule, call both."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/hello")
    def hello() -> str:
        return "hello"

    app.add_url_rule("/again", view_func=hello)
    client = app.test_client()
    decorator, call = (client.get(path).status_code for path in ("/hello", "/again"))
    return f"decorator {decorator}; add_url_rule {call}"


def django() -> str:
    """List one view in Django's URL configuration with path() and with re_path(), call both."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path, re_path

    def hello(request: HttpRequest) -> HttpResponse:
        return HttpResponse("hello")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("hello", hello), re_path(r"^again$", hello)),
    )
    django.setup()
    plain, regular = (Client().get(address).status_code for address in ("/hello", "/again"))
    return f"path() {plain}; re_path() {regular}"
