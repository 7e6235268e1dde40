"""Ask two host names for the same path and see which view answers."""


def fastapi() -> str:
    """Route api.example.org to its own FastAPI app with Starlette's Host route."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app, api = FastAPI(), FastAPI()

    @api.get("/")
    def api_index() -> str:
        return "api"

    app.host("api.example.org", api)

    @app.get("/")
    def index() -> str:
        return "site"

    hosts = ("api.example.org", "www.example.org")
    client = TestClient(app)
    return " ".join(client.get("/", headers={"Host": host}).json() for host in hosts)


def flask() -> str:
    """Route api.example.org to its own Flask view with host matching."""
    from flask import Flask

    app = Flask(__name__, host_matching=True, static_host="www.example.org")

    @app.get("/", host="api.example.org")
    def api_index() -> str:
        return "api"

    @app.get("/", host="www.example.org")
    def index() -> str:
        return "site"

    hosts = ("api.example.org", "www.example.org")
    client = app.test_client()
    return " ".join(client.get("/", headers={"Host": host}).text for host in hosts)


def by_host(get_response):
    """Give requests for api.example.org a URL configuration of their own."""
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def api_index(request: HttpRequest) -> HttpResponse:
        return HttpResponse("api")

    api = (path("", api_index),)

    def middleware(request):
        if request.get_host() == "api.example.org":
            request.urlconf = api
        return get_response(request)

    return middleware


def django() -> str:
    """Route api.example.org in Django by hand: without, and with a middleware of our own."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    def index(request: HttpRequest) -> HttpResponse:
        return HttpResponse("site")

    def answers() -> str:
        hosts = ("api.example.org", "www.example.org")
        return " ".join(Client().get("/", headers={"host": host}).text for host in hosts)

    settings.configure(ALLOWED_HOSTS=[".example.org"], ROOT_URLCONF=(path("", index),))
    django.setup()
    before = answers()
    with override_settings(MIDDLEWARE=[f"{__name__}.by_host"]):
        return f"{before}; with a middleware {answers()}"
