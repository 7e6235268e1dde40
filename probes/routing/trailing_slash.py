"""Ask for an address with the trailing slash missing, and for one with a slash too many."""


def fastapi() -> str:
    """Ask a FastAPI app for /with (declared /with/) and for /without/ (declared /without)."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/with/")
    @app.get("/without")
    def index() -> str:
        return "found"

    client = TestClient(app, follow_redirects=False)
    missing, extra = (client.get(path).status_code for path in ("/with", "/without/"))
    return f"missing slash {missing}; extra slash {extra}"


def flask() -> str:
    """Ask a Flask app for /with (declared /with/) and for /without/ (declared /without)."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/with/")
    @app.get("/without")
    def index() -> str:
        return "found"

    client = app.test_client()
    missing, extra = (client.get(path).status_code for path in ("/with", "/without/"))
    return f"missing slash {missing}; extra slash {extra}"


def django() -> str:
    """Ask Django with CommonMiddleware for /with (listed with/) and /without/ (listed without)."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> HttpResponse:
        return HttpResponse("found")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        ROOT_URLCONF=(path("with/", index), path("without", index)),
    )
    django.setup()
    missing, extra = (Client().get(address).status_code for address in ("/with", "/without/"))
    return f"missing slash {missing}; extra slash {extra}"
