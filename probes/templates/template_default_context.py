"""Render a template without passing anything and list the names that it receives."""

from pathlib import Path


def fastapi(tmp_path: Path) -> str:
    """List the context of a page made by Jinja2Templates, and what its environment adds."""
    from fastapi import FastAPI, Request, Response
    from fastapi.templating import Jinja2Templates
    from fastapi.testclient import TestClient
    from jinja2.defaults import DEFAULT_NAMESPACE

    (tmp_path / "page.html").write_text("hello")
    templates = Jinja2Templates(directory=tmp_path)
    app = FastAPI()

    @app.get("/")
    def page(request: Request) -> Response:
        return templates.TemplateResponse(request, "page.html")

    context = TestClient(app).get("/").context
    names = {*context, *templates.env.globals} - set(DEFAULT_NAMESPACE)
    return " ".join(sorted(names))


def flask(tmp_path: Path) -> str:
    """List the context of a page made by render_template, and what its environment adds."""
    from typing import Any

    from flask import Flask, render_template, template_rendered
    from jinja2 import Template
    from jinja2.defaults import DEFAULT_NAMESPACE

    (tmp_path / "page.html").write_text("hello")
    app = Flask(__name__, template_folder=str(tmp_path))
    app.add_url_rule("/", view_func=lambda: render_template("page.html"), endpoint="page")
    names: set[str] = set()

    def record(sender: Flask, template: Template, context: dict[str, Any]) -> None:
        names.update(context)

    with template_rendered.connected_to(record, app):
        app.test_client().get("/")
    return " ".join(sorted({*names, *app.jinja_env.globals} - set(DEFAULT_NAMESPACE)))


def django(tmp_path: Path) -> str:
    """List the context of a page behind the context processors that startproject writes."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import render
    from django.template.context import BaseContext
    from django.test import Client
    from django.test.utils import setup_test_environment
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return render(request, "page.html")

    (tmp_path / "page.html").write_text("hello")
    processors = [
        "django.template.context_processors.request",
        "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
    ]
    settings.configure(
        SECRET_KEY="not-a-real-secret",
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        ROOT_URLCONF=(path("", page),),
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [tmp_path],
                "OPTIONS": {"context_processors": processors},
            }
        ],
    )
    django.setup()
    setup_test_environment()
    names = Client().get("/").context.flatten().keys() - BaseContext().flatten().keys()
    return " ".join(sorted(names))
