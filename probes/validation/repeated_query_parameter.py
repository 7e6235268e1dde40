"""Ask for ?tag=a&tag=b and read one value, then all."""


def fastapi() -> str:
    """Read ?tag=a&tag=b in FastAPI as a str and as a list of str."""
    from typing import Annotated

    from fastapi import FastAPI, Query
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/one")
    def one(tag: str) -> str:
        return tag

    @app.get("/all")
    def every(tag: Annotated[list[str], Query()]) -> list[str]:
        return tag

    client = TestClient(app)
    first, found = (client.get(f"/{kind}?tag=a&tag=b").json() for kind in ("one", "all"))
    return f"one: {first}; all: {' '.join(found)}"


def flask() -> str:
    """Read ?tag=a&tag=b in Flask with args[] and with args.getlist()."""
    from flask import Flask, request

    app = Flask(__name__)

    @app.get("/")
    def index() -> str:
        return f"one: {request.args['tag']}; all: {' '.join(request.args.getlist('tag'))}"

    return app.test_client().get("/?tag=a&tag=b").text


def django() -> str:
    """Read ?tag=a&tag=b in Django with GET[] and with GET.getlist()."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> HttpResponse:
        every = " ".join(request.GET.getlist("tag"))
        return HttpResponse(f"one: {request.GET['tag']}; all: {every}")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", index),))
    django.setup()
    return Client().get("/?tag=a&tag=b").text
