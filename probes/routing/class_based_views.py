"""Write one class with a get and a post method and call both."""


def fastapi() -> str:
    """Add Starlette's HTTPEndpoint to a FastAPI app and look for it in the OpenAPI schema."""
    from fastapi import FastAPI, Request
    from fastapi.responses import PlainTextResponse
    from fastapi.testclient import TestClient
    from starlette.endpoints import HTTPEndpoint

    class Items(HTTPEndpoint):
        async def get(self, request: Request) -> PlainTextResponse:
            return PlainTextResponse("read")

        async def post(self, request: Request) -> PlainTextResponse:
            return PlainTextResponse("written")

    app = FastAPI()
    app.add_route("/items", Items)
    client = TestClient(app)
    read, written = client.get("/items").status_code, client.post("/items").status_code
    listed = "/items" in client.get("/openapi.json").json()["paths"]
    return f"GET {read}; POST {written}; in the OpenAPI schema: {'yes' if listed else 'no'}"


def flask() -> str:
    """Register a Flask MethodView."""
    from flask import Flask
    from flask.views import MethodView

    class Items(MethodView):
        def get(self) -> str:
            return "read"

        def post(self) -> str:
            return "written"

    app = Flask(__name__)
    app.add_url_rule("/items", view_func=Items.as_view("items"))
    client = app.test_client()
    return f"GET {client.get('/items').status_code}; POST {client.post('/items').status_code}"


def django() -> str:
    """List a Django View and count the generic views that Django brings."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path
    from django.views import View, generic

    class Items(View):
        def get(self, request: HttpRequest) -> HttpResponse:
            return HttpResponse("read")

        def post(self, request: HttpRequest) -> HttpResponse:
            return HttpResponse("written")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("items", Items.as_view()),),
    )
    django.setup()
    read, written = (ask("/items").status_code for ask in (Client().get, Client().post))
    ready_made = sum(name.endswith("View") and name != "View" for name in generic.__all__)
    return f"GET {read}; POST {written}; {ready_made} generic views"
