"""Post a form of 2000 fields with the default settings, urlencoded and multipart."""

FIELDS = {f"field{number}": "x" for number in range(2000)}


def fastapi() -> str:
    """Post the form to a FastAPI route that declares one Form field."""
    from typing import Annotated

    from fastapi import FastAPI, Form
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.post("/")
    def save(field0: Annotated[str, Form()]) -> str:
        return field0

    client = TestClient(app)
    urlencoded = client.post("/", data=FIELDS).status_code
    multipart = client.post("/", files=dict.fromkeys(FIELDS, (None, "x"))).status_code
    return f"urlencoded {urlencoded}; multipart {multipart}"


def flask() -> str:
    """Post the form to a Flask view that reads one field."""
    from flask import Flask, request

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: request.form["field0"], methods=["POST"])
    client = app.test_client()
    urlencoded = client.post("/", data=FIELDS).status_code
    multipart = client.post("/", data=FIELDS, content_type="multipart/form-data").status_code
    return f"urlencoded {urlencoded}; multipart {multipart}"


def django() -> str:
    """Post the form to a Django view that reads one field."""
    from urllib.parse import urlencode

    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.POST["field0"])

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", save),))
    django.setup()
    form = "application/x-www-form-urlencoded"
    urlencoded = Client().post("/", urlencode(FIELDS), form).status_code
    multipart = Client().post("/", FIELDS).status_code
    return f"urlencoded {urlencoded}; multipart {multipart}"
