"""Send bad input with a German Accept-Language header and read the framework's own message."""


def fastapi() -> str:
    """Leave out a required query parameter and read the validation message."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def show(age: int) -> int:
        return age

    answer = TestClient(app).get("/", headers={"Accept-Language": "de"}).json()
    return answer["detail"][0]["msg"]


def flask() -> str:
    """Ask for a page that is not there and read the heading of the error page."""
    import re

    from flask import Flask

    page = Flask(__name__).test_client().get("/", headers={"Accept-Language": "de"}).text
    return re.search("<h1>(.*)</h1>", page)[1]


def django() -> str:
    """Leave out a required form field behind LocaleMiddleware and read the message."""
    import django
    from django import forms
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    class AgeForm(forms.Form):
        age = forms.IntegerField()

    def show(request: HttpRequest) -> HttpResponse:
        return HttpResponse(AgeForm(request.GET).errors["age"][0])

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.middleware.locale.LocaleMiddleware"],
        ROOT_URLCONF=(path("", show),),
    )
    django.setup()
    message = Client().get("/", headers={"Accept-Language": "de"}).text
    return f"{message} ({len(settings.LANGUAGES)} languages)"
