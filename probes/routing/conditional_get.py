"""Ask for a page a second time with the ETag of the first answer."""


def fastapi() -> str:
    """Look for an ETag on a FastAPI response, then send one of our own and ask again."""
    from fastapi import FastAPI, Response
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/plain")
    def plain() -> str:
        return "page"

    @app.get("/tagged")
    def tagged(response: Response) -> str:
        response.headers["ETag"] = '"1"'
        return "page"

    client = TestClient(app)
    has_tag = "etag" in client.get("/plain").headers
    again = client.get("/tagged", headers={"If-None-Match": '"1"'}).status_code
    return f"ETag by default: {has_tag}; asked again {again}"


def flask() -> str:
    """Add an ETag with Werkzeug's response methods in a Flask view and ask again."""
    from flask import Flask, Response, make_response, request

    app = Flask(__name__)

    @app.get("/plain")
    def plain() -> str:
        return "page"

    @app.get("/tagged")
    def tagged() -> Response:
        response = make_response("page")
        response.add_etag()
        return response.make_conditional(request)

    client = app.test_client()
    has_tag = "ETag" in client.get("/plain").headers
    tag = client.get("/tagged").headers["ETag"]
    again = client.get("/tagged", headers={"If-None-Match": tag}).status_code
    return f"ETag by default: {has_tag}; with make_conditional() {again}"


def django() -> str:
    """Ask a Django view again without and with ConditionalGetMiddleware."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", page),))
    django.setup()
    has_tag = "ETag" in Client().get("/").headers
    with override_settings(MIDDLEWARE=["django.middleware.http.ConditionalGetMiddleware"]):
        tag = Client().get("/").headers["ETag"]
        again = Client().get("/", headers={"if-none-match": tag}).status_code
    return f"ETag by default: {has_tag}; with ConditionalGetMiddleware {again}"
