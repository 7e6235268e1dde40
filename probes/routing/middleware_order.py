"""Wrap every request in two wrappers, a then b, and record the order in which they run."""

STEPS: list[str] = []


def fastapi() -> str:
    """Add middleware a and then b to a FastAPI app and record the order of one request."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.middleware("http")
    async def a(request: Request, call_next):
        STEPS.append("a")
        response = await call_next(request)
        STEPS.append("a")
        return response

    @app.middleware("http")
    async def b(request: Request, call_next):
        STEPS.append("b")
        response = await call_next(request)
        STEPS.append("b")
        return response

    @app.get("/")
    def index() -> None:
        STEPS.append("view")

    TestClient(app).get("/")
    return " ".join(STEPS)


def flask() -> str:
    """Register before and after hooks a and then b and record the order of one request."""
    from flask import Flask

    app = Flask(__name__)

    def register(name: str) -> None:
        def after(response):
            STEPS.append(name)
            return response

        app.before_request(lambda: STEPS.append(name))
        app.after_request(after)

    @app.get("/")
    def index() -> str:
        STEPS.append("view")
        return "done"

    register("a")
    register("b")
    app.test_client().get("/")
    return " ".join(STEPS)


def middleware_a(get_response):
    """Record "a" around the rest of a Django request."""

    def middleware(request):
        STEPS.append("a")
        response = get_response(request)
        STEPS.append("a")
        return response

    return middleware


def middleware_b(get_response):
    """Record "b" around the rest of a Django request."""

    def middleware(request):
        STEPS.append("b")
        response = get_response(request)
        STEPS.append("b")
        return response

    return middleware


def django() -> str:
    """List middleware a and then b in Django's settings and record the order of one request."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> HttpResponse:
        STEPS.append("view")
        return HttpResponse("done")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=[f"{__name__}.middleware_a", f"{__name__}.middleware_b"],
        ROOT_URLCONF=(path("", index),),
    )
    django.setup()
    Client().get("/")
    return " ".join(STEPS)
