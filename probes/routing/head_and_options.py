"""Send HEAD and OPTIONS to a route that was written for GET and read the Allow header."""


def fastapi() -> str:
    """Send HEAD and OPTIONS to a FastAPI route that was declared with @app.get."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def index() -> str:
        return "read"

    client = TestClient(app)
    options = client.options("/")
    return f"HEAD {client.head('/').status_code}; OPTIONS {options.status_code}"


def flask() -> str:
    """Send HEAD and OPTIONS to a Flask route that was declared with @app.get."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def index() -> str:
        return "read"

    client = app.test_client()
    options = client.options("/")
    allowed = " ".join(sorted(options.headers["Allow"].split(", ")))
    return f"HEAD {client.head('/').status_code}; OPTIONS {options.status_code}, Allow {allowed}"


def django() -> str:
    """Send HEAD and OPTIONS to a Django class-based view and to a function view."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path
    from django.views import View

    class Index(View):
        def get(self, request: HttpRequest) -> HttpResponse:
            return HttpResponse("read")

    def index(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.method)

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("class", Index.as_view()), path("function", index)),
    )
    django.setup()
    client = Client()
    options = client.options("/class")
    allowed = " ".join(sorted(options.headers["Allow"].split(", ")))
    called = client.options("/function").content.decode()
    return (
        f"class: HEAD {client.head('/class').status_code}; "
        f"OPTIONS {options.status_code}, Allow {allowed}; function called with {called}"
    )
