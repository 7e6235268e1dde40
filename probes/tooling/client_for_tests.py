"""Call a view through the framework's own test client, without a server."""


def fastapi() -> str:
    """Call a route through TestClient, then import TestClient where httpx2 is missing."""
    import subprocess
    import sys

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()
    app.add_api_route("/", lambda: "ok")
    status = TestClient(app).get("/").status_code

    code = "import sys; sys.modules.update(httpx2=None, httpx=None); import fastapi.testclient"
    bare = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    error = bare.stderr.rpartition("\nRuntimeError")[1].strip()
    return f"{status}; without httpx2 {error}"


def flask() -> str:
    """Call a view through app.test_client()."""
    from flask import Flask

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "ok")
    return str(app.test_client().get("/").status_code)


def django() -> str:
    """Call a view through django.test.Client and ask the response for the matched view."""
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def show(request: HttpRequest) -> HttpResponse:
        return HttpResponse("ok")

    settings.configure(ALLOWED_HOSTS=["testserver"], MIDDLEWARE=[], ROOT_URLCONF=(path("", show),))
    response = Client().get("/")
    return f"{response.status_code}; matched view {response.resolver_match.func.__name__}"
