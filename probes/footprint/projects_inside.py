"""Handle a request and name the project at the bottom of each class that took part."""

from pathlib import Path


def _project(thing: object) -> str:
    """Return the package of the oldest ancestor that is not Python's own."""
    import sys

    kind = thing if isinstance(thing, type) else type(thing)
    packages = [each.__module__.partition(".")[0] for each in kind.__mro__]
    own = sys.stdlib_module_names
    return next((name for name in reversed(packages) if name not in own), "none")


def _told(parts: dict[str, object]) -> str:
    return "; ".join(f"{job} {_project(part)}" for job, part in parts.items())


def fastapi(tmp_path: Path) -> str:
    """Post JSON to FastAPI; look at route, request, response, body, template and command."""
    from fastapi import FastAPI, Request, Response
    from fastapi.templating import Jinja2Templates
    from fastapi.testclient import TestClient
    from fastapi_cli.cli import app as commands
    from pydantic import BaseModel

    class Item(BaseModel):
        price: float

    app, parts = FastAPI(), {}

    @app.post("/")
    def save(item: Item, request: Request, response: Response) -> str:
        route = request.scope["route"]
        parts.update(routes=route, requests=request, responses=response)
        parts.update(data=route.body_field.field_info)
        return "saved"

    TestClient(app).post("/", json={"price": 1})
    (tmp_path / "page.html").write_text("page")
    parts.update(templates=Jinja2Templates(directory=tmp_path).get_template("page.html"))
    return _told({**parts, "commands": commands})


def flask() -> str:
    """Post JSON to Flask; look at route, request, response, body, template and command."""
    from flask import Flask, request

    app, parts = Flask(__name__), {}

    @app.post("/")
    def save() -> str:
        parts.update(routes=request.url_rule, requests=request._get_current_object())
        return "saved"

    @app.after_request
    def look(response):
        parts.update(responses=response, data=request.get_json())
        return response

    app.test_client().post("/", json={"price": 1})
    return _told({**parts, "templates": app.jinja_env.from_string("page"), "commands": app.cli})


def django() -> str:
    """Post a form to Django; look at route, request, response, form, template and command."""
    import django
    from django import forms
    from django.conf import settings
    from django.core.management import BaseCommand
    from django.http import HttpResponse
    from django.template import engines
    from django.test import Client
    from django.urls import path

    class Item(forms.Form):
        price = forms.FloatField()

    parts = {}

    def save(request):
        form = Item(request.POST)
        parts.update(routes=request.resolver_match, requests=request, data=form)
        return HttpResponse("saved")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("", save),),
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    )
    django.setup()
    parts.update(responses=Client().post("/", {"price": 1}))
    parts.update(templates=engines["django"].from_string("page"), commands=BaseCommand)
    jobs = ("routes", "requests", "responses", "data", "templates", "commands")
    return _told({job: parts[job] for job in jobs})
