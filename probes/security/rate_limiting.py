"""Ask three times, first a free route, then one where two requests a day are allowed."""


def fastapi() -> str:
    """Ask two FastAPI routes, the second with the limit of slowapi."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient
    from slowapi import Limiter, _rate_limit_exceeded_handler
    from slowapi.errors import RateLimitExceeded
    from slowapi.util import get_remote_address

    app = FastAPI()
    limiter = Limiter(key_func=get_remote_address)
    app.state.limiter = limiter
    app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)
    app.add_api_route("/free", lambda: "page")

    @app.get("/limited")
    @limiter.limit("2/day")
    def limited(request: Request) -> str:
        return "page"

    client = TestClient(app)
    free = " ".join(str(client.get("/free").status_code) for _ in range(3))
    counted = " ".join(str(client.get("/limited").status_code) for _ in range(3))
    return f"{free}; with slowapi {counted}"


def flask() -> str:
    """Ask two Flask views, the second with the limit of Flask-Limiter."""
    from flask import Flask
    from flask_limiter import Limiter
    from flask_limiter.util import get_remote_address

    app = Flask(__name__)
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
    app.add_url_rule("/free", view_func=lambda: "page", endpoint="free")

    @app.get("/limited")
    @limiter.limit("2/day")
    def limited() -> str:
        return "page"

    client = app.test_client()
    free = " ".join(str(client.get("/free").status_code) for _ in range(3))
    counted = " ".join(str(client.get("/limited").status_code) for _ in range(3))
    return f"{free}; with Flask-Limiter {counted}"


def django() -> str:
    """Ask two Django views, the second with the limit of django-ratelimit."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path
    from django_ratelimit.decorators import ratelimit

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page")

    limited = ratelimit(key="ip", rate="2/d")(page)
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("free", page), path("limited", limited)),
    )
    django.setup()
    client = Client()
    free = " ".join(str(client.get("/free").status_code) for _ in range(3))
    counted = " ".join(str(client.get("/limited").status_code) for _ in range(3))
    return f"{free}; with django-ratelimit {counted}"
