"""Connect a receiver to the signal that a request sends."""


def fastapi() -> str:
    """Look for a module about signals in FastAPI and Starlette."""
    import pkgutil

    import fastapi
    import starlette

    found = [
        module.name
        for package in (fastapi, starlette)
        for module in pkgutil.walk_packages(package.__path__)
        if "signal" in module.name
    ]
    return f"{len(found)} signal modules"


def flask() -> str:
    """Connect to request_started and template_rendered, then render a template in a request."""
    from flask import Flask, render_template_string, request_started, template_rendered

    app = Flask(__name__)
    seen: list[str] = []

    def on_request(sender: Flask, **extra: object) -> None:
        seen.append("request_started")

    def on_render(sender: Flask, **extra: object) -> None:
        seen.append("template_rendered")

    request_started.connect(on_request, app)
    template_rendered.connect(on_render, app)
    app.add_url_rule("/", view_func=lambda: render_template_string("hello"))
    app.test_client().get("/")
    return ", ".join(seen)


def django() -> str:
    """Connect to request_started and to a model's pre_init, then do both in a request."""
    import django
    from django.conf import settings
    from django.core.signals import request_started
    from django.db import models
    from django.db.models.signals import pre_init
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> HttpResponse:
        return HttpResponse(Note().text)

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", index),))
    django.setup()

    class Note(models.Model):
        text = models.TextField(default="hello")

        class Meta:
            app_label = "notes"

    seen: list[str] = []

    def on_request(sender: object, **extra: object) -> None:
        seen.append("request_started")

    def on_init(sender: object, **extra: object) -> None:
        seen.append("pre_init")

    request_started.connect(on_request)
    pre_init.connect(on_init, sender=Note)
    Client().get("/")
    return ", ".join(seen)
