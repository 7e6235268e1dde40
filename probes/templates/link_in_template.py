"""Write a link to a named route inside a template."""

from pathlib import Path


def fastapi(tmp_path: Path) -> str:
    """Render url_for with a path parameter in a FastAPI route."""
    from fastapi import FastAPI, Request, Response
    from fastapi.templating import Jinja2Templates
    from fastapi.testclient import TestClient

    (tmp_path / "page.html").write_text("{{ url_for('item', number=7) }}")
    templates = Jinja2Templates(directory=tmp_path)
    app = FastAPI()

    @app.get("/items/{number}")
    def item(request: Request, number: int) -> Response:
        return templates.TemplateResponse(request, "page.html")

    return TestClient(app).get("/items/1").text


def flask(tmp_path: Path) -> str:
    """Render url_for with a path parameter in a Flask view."""
    from flask import Flask, render_template

    (tmp_path / "page.html").write_text("{{ url_for('item', number=7) }}")
    app = Flask(__name__, template_folder=str(tmp_path))

    @app.get("/items/<int:number>")
    def item(number: int) -> str:
        return render_template("page.html")

    return app.test_client().get("/items/1").text


def django(tmp_path: Path) -> str:
    """Render the url tag with a path parameter in a Django view."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import render
    from django.test import Client
    from django.urls import path

    (tmp_path / "page.html").write_text("{% url 'item' number=7 %}")

    def item(request: HttpRequest, number: int) -> HttpResponse:
        return render(request, "page.html")

    backend = "django.template.backends.django.DjangoTemplates"
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("items/<int:number>", item, name="item"),),
        TEMPLATES=[{"BACKEND": backend, "DIRS": [tmp_path]}],
    )
    django.setup()
    return Client().get("/items/1").text
