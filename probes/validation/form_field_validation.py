"""Post a form with an age that is not a number."""


def fastapi() -> str:
    """Post a wrong age to a FastAPI route with a form model."""
    from typing import Annotated

    from fastapi import FastAPI, Form
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class Person(BaseModel):
        age: int

    app = FastAPI()

    @app.post("/")
    def save(person: Annotated[Person, Form()]) -> int:
        return person.age

    response = TestClient(app).post("/", data={"age": "old"})
    return f"{response.status_code} {response.headers['Content-Type']}"


def flask() -> str:
    """Post a wrong age to a bare Flask view and to one with a Flask-WTF form."""
    from flask import Flask, request
    from flask_wtf import FlaskForm
    from wtforms import IntegerField

    class Person(FlaskForm):
        age = IntegerField()

    app = Flask(__name__)
    app.config["WTF_CSRF_ENABLED"] = False

    @app.post("/bare")
    def save_bare() -> str:
        return request.form["age"]

    @app.post("/checked")
    def save() -> str:
        form = Person()
        form.validate_on_submit()
        return " ".join(form.errors["age"])

    client = app.test_client()
    bare, checked = (client.post(path, data={"age": "old"}).text for path in ("/bare", "/checked"))
    return f"view gets {bare!r}; with Flask-WTF: {checked}"


def django() -> str:
    """Post a wrong age to a Django view with a form."""
    import django
    from django import forms
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    class Person(forms.Form):
        age = forms.IntegerField()

    def save(request: HttpRequest) -> HttpResponse:
        form = Person(request.POST)
        form.is_valid()
        return HttpResponse(" ".join(form.errors["age"]))

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", save),))
    django.setup()
    return Client().post("/", {"age": "old"}).text
