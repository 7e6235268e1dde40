"""End a request from a helper below the view with the statuses 404, 403, 409 and 429."""


def fastapi() -> str:
    """Raise HTTPException with each status below a FastAPI route."""
    from fastapi import FastAPI, HTTPException
    from fastapi.testclient import TestClient

    app = FastAPI()

    def check(status: int) -> None:
        raise HTTPException(status)

    @app.get("/{status}")
    def index(status: int) -> None:
        check(status)

    client = TestClient(app)
    return " ".join(str(client.get(f"/{n}").status_code) for n in (404, 403, 409, 429))


def flask() -> str:
    """Call abort() with each status below a Flask view."""
    from flask import Flask, abort

    app = Flask(__name__)

    def check(status: int) -> None:
        abort(status)

    @app.get("/<int:status>")
    def index(status: int) -> str:
        check(status)
        return "not reached"

    client = app.test_client()
    return " ".join(str(client.get(f"/{n}").status_code) for n in (404, 403, 409, 429))


def django() -> str:
    """Raise each of Django's own HTTP exceptions below a view."""
    import logging

    import django
    from django.conf import settings
    from django.core.exceptions import BadRequest, PermissionDenied
    from django.http import Http404, HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    raised = {"missing": Http404, "secret": PermissionDenied, "broken": BadRequest}

    def check(name: str) -> None:
        raise raised[name]

    def index(request: HttpRequest, name: str) -> HttpResponse:
        check(name)
        return HttpResponse("not reached")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("<name>", index),))
    django.setup()
    logging.disable()
    statuses = {raised[name].__name__: Client().get(f"/{name}").status_code for name in raised}
    return "; ".join(f"{name} {status}" for name, status in statuses.items())
