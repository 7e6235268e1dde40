"""Render a page that extends a base template and includes a part from a third file."""

from pathlib import Path

FILES = {
    "base.html": "<main>{% block main %}empty{% endblock %}</main>",
    "card.html": "<b>{{ name }}</b>",
    "page.html": "{% extends 'base.html' %}{% block main %}{% include 'card.html' %}{% endblock %}",
}


def fastapi(tmp_path: Path) -> str:
    """Render the page in a FastAPI route with Jinja2Templates."""
    from fastapi import FastAPI, Request, Response
    from fastapi.templating import Jinja2Templates
    from fastapi.testclient import TestClient

    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    templates = Jinja2Templates(directory=tmp_path)
    app = FastAPI()

    @app.get("/")
    def page(request: Request) -> Response:
        return templates.TemplateResponse(request, "page.html", {"name": "Ann"})

    return TestClient(app).get("/").text


def flask(tmp_path: Path) -> str:
    """Render the page in a Flask view with render_template."""
    from flask import Flask, render_template

    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    app = Flask(__name__, template_folder=str(tmp_path))

    @app.get("/")
    def page() -> str:
        return render_template("page.html", name="Ann")

    return app.test_client().get("/").text


def django(tmp_path: Path) -> str:
    """Render the page in a Django view with render."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import render
    from django.test import Client
    from django.urls import path

    for name, text in FILES.items():
        (tmp_path / name).write_text(text)

    def page(request: HttpRequest) -> HttpResponse:
        return render(request, "page.html", {"name": "Ann"})

    backend = "django.template.backends.django.DjangoTemplates"
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("", page),),
        TEMPLATES=[{"BACKEND": backend, "DIRS": [tmp_path]}],
    )
    django.setup()
    return Client().get("/").text
