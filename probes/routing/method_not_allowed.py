"""Send POST to a view that was written for GET."""


def fastapi() -> str:
    """Send POST to a FastAPI route that was declared with @app.get."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def index() -> str:
        return "read"

    return str(TestClient(app).post("/").status_code)


def flask() -> str:
    """Send POST to a Flask route that names no methods."""
    from flask import Flask

    app = Flask(__name__)

    @app.route("/")
    def index() -> str:
        return "read"

    return str(app.test_client().post("/").status_code)


def django() -> str:
    """Send POST to a plain Django function, to one with @require_GET and to a class-based view."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path
    from django.views import View
    from django.views.decorators.http import require_GET

    def index(request: HttpRequest) -> HttpResponse:
        return HttpResponse("read")

    class Index(View):
        def get(self, request: HttpRequest) -> HttpResponse:
            return HttpResponse("read")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(
            path("plain", index),
            path("guarded", require_GET(index)),
            path("class", Index.as_view()),
        ),
    )
    django.setup()
    plain, guarded, by_class = (
        Client().post(address).status_code for address in ("/plain", "/guarded", "/class")
    )
    return f"function {plain}; @require_GET {guarded}; class-based view {by_class}"
