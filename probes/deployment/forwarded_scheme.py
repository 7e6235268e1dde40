"""Send X-Forwarded-Proto: https and ask the application which scheme it sees."""

from typing import Any


def fastapi_app() -> Any:
    """Return an application that tells the scheme of its request."""
    from fastapi import FastAPI, Request

    app = FastAPI()

    @app.get("/")
    def scheme(request: Request) -> str:
        return request.url.scheme

    return app


def fastapi(serve: Any) -> str:
    """Send the header to Uvicorn, first as a trusted proxy and then as a stranger."""
    import httpx

    headers = {"X-Forwarded-Proto": "https"}
    with serve.uvicorn(fastapi_app) as server:
        trusted = httpx.get(server.url, headers=headers).json()
    with serve.uvicorn(fastapi_app, "--forwarded-allow-ips=10.0.0.1") as server:
        stranger = httpx.get(server.url, headers=headers).json()
    return f"Uvicorn: {trusted} from 127.0.0.1, {stranger} from others"


def flask() -> str:
    """Send the header to an application, bare and behind ProxyFix."""
    from flask import Flask, request
    from werkzeug.middleware.proxy_fix import ProxyFix

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: request.scheme)
    headers = {"X-Forwarded-Proto": "https"}
    bare = app.test_client().get("/", headers=headers).text
    app.wsgi_app = ProxyFix(app.wsgi_app, x_proto=1)
    fixed = app.test_client().get("/", headers=headers).text
    return f"{bare}; with ProxyFix {fixed}"


def django() -> str:
    """Send the header to an application, bare and with SECURE_PROXY_SSL_HEADER."""
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    def scheme(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.scheme)

    settings.configure(
        ALLOWED_HOSTS=["testserver"], MIDDLEWARE=[], ROOT_URLCONF=(path("", scheme),)
    )
    headers = {"X-Forwarded-Proto": "https"}
    bare = Client().get("/", headers=headers).text
    with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
        fixed = Client().get("/", headers=headers).text
    return f"{bare}; with SECURE_PROXY_SSL_HEADER {fixed}"
