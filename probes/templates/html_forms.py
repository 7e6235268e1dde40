"""Post a form whose one required field is empty and see what the visitor gets back."""


def fastapi() -> str:
    """Post to a Form parameter, then to a route that hands the form to WTForms."""
    from typing import Annotated

    from fastapi import FastAPI, Form, Request
    from fastapi.responses import HTMLResponse
    from fastapi.testclient import TestClient
    from wtforms import Form as WTForm
    from wtforms import StringField
    from wtforms.validators import DataRequired

    class SignUp(WTForm):
        name = StringField(validators=[DataRequired()])

    app = FastAPI()

    @app.post("/bare")
    def bare(name: Annotated[str, Form(min_length=1)]) -> str:
        return name

    @app.post("/wtforms", response_class=HTMLResponse)
    async def with_wtforms(request: Request) -> str:
        form = SignUp(await request.form())
        return "saved" if form.validate() else f"{form.name()} {form.errors['name'][0]}"

    client = TestClient(app)
    bare_answer = client.post("/bare", data={"name": ""})
    page = client.post("/wtforms", data={"name": ""}).text
    shown = page.startswith("<input") and page.endswith("This field is required.")
    kind = bare_answer.headers["content-type"]
    return f"{bare_answer.status_code} {kind}; with WTForms field and error: {shown}"


def flask() -> str:
    """Post to a view that reads request.form, then to one with a Flask-WTF form."""
    from flask import Flask, request
    from flask_wtf import FlaskForm
    from wtforms import StringField
    from wtforms.validators import DataRequired

    class SignUp(FlaskForm):
        name = StringField(validators=[DataRequired()])

    app = Flask(__name__)
    app.config["WTF_CSRF_ENABLED"] = False

    @app.post("/bare")
    def bare() -> str:
        return f"saved {request.form['name']!r}"

    @app.post("/flask-wtf")
    def with_flask_wtf() -> str:
        form = SignUp()
        return "saved" if form.validate_on_submit() else f"{form.name()} {form.errors['name'][0]}"

    client = app.test_client()
    bare_answer = client.post("/bare", data={"name": ""}).text
    page = client.post("/flask-wtf", data={"name": ""}).text
    shown = page.startswith("<input") and page.endswith("This field is required.")
    return f"{bare_answer}; with Flask-WTF field and error: {shown}"


def django() -> str:
    """Post to a view that validates and renders a forms.Form."""
    import django
    from django import forms
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    class SignUp(forms.Form):
        name = forms.CharField()

    def sign_up(request: HttpRequest) -> HttpResponse:
        form = SignUp(request.POST)
        return HttpResponse("saved" if form.is_valid() else form.as_p())

    settings.configure(
        ALLOWED_HOSTS=["testserver"], USE_I18N=False, ROOT_URLCONF=(path("", sign_up),)
    )
    django.setup()
    page = Client().post("/", {"name": ""}).text
    return f"field and error: {'<input' in page and 'This field is required.' in page}"
