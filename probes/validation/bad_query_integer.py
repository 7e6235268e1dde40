"""Ask for ?n=abc where the view wants an integer."""


def fastapi() -> str:
    """Ask a FastAPI route with an int query parameter for ?n=abc."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def index(n: int = 1) -> int:
        return n

    return str(TestClient(app).get("/?n=abc").status_code)


def flask() -> str:
    """Ask a Flask view that reads args.get("n", 1, type=int) for ?n=abc."""
    from flask import Flask, request

    app = Flask(__name__)

    @app.get("/")
    def index() -> str:
        return repr(request.args.get("n", 1, type=int))

    response = app.test_client().get("/?n=abc")
    return f"{response.status_code}, the view gets the default {response.text}"


def django() -> str:
    """Ask a Django view that reads request.GET for ?n=abc, then give request.GET to a form."""
    import django
    from django import forms
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    class Query(forms.Form):
        n = forms.IntegerField()

    def index(request: HttpRequest) -> HttpResponse:
        return HttpResponse(repr(request.GET["n"]))

    def checked(request: HttpRequest) -> HttpResponse:
        query = Query(request.GET)
        return HttpResponse(status=200 if query.is_valid() else 400)

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("", index), path("checked", checked)),
    )
    django.setup()
    response = Client().get("/?n=abc")
    by_form = Client().get("/checked?n=abc").status_code
    return f"{response.status_code}, the view gets {response.text}; with a form {by_form}"
