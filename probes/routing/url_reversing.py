"""Build an address from a route's name, a path parameter and a query."""


def fastapi() -> str:
    """Build the address of a named FastAPI route with request.url_for."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/items/{number}", name="item")
    def item(number: int) -> int:
        return number

    @app.get("/")
    def index(request: Request) -> str:
        url = request.url_for("item", number=7).include_query_params(page=2)
        return f"{url.path}?{url.query}"

    return TestClient(app).get("/").json()


def flask() -> str:
    """Build the address of a Flask endpoint with url_for."""
    from flask import Flask, url_for

    app = Flask(__name__)

    @app.get("/items/<int:number>")
    def item(number: int) -> str:
        return str(number)

    with app.test_request_context():
        return url_for("item", number=7, page=2)


def django() -> str:
    """Build the address of a named Django path with reverse."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.urls import path, reverse

    def item(request: HttpRequest, number: int) -> HttpResponse:
        return HttpResponse(str(number))

    settings.configure(ROOT_URLCONF=(path("items/<int:number>", item, name="item"),))
    django.setup()
    return reverse("item", args=[7], query={"page": 2})
