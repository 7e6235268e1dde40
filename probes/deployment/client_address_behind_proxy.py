"""Send X-Forwarded-For and ask the application which client address it sees."""

from typing import Any

HEADERS = {"X-Forwarded-For": "203.0.113.7"}


def fastapi_app() -> Any:
    """Return an application that tells the address of its client."""
    from fastapi import FastAPI, Request

    app = FastAPI()

    @app.get("/")
    def address(request: Request) -> str:
        return request.client.host

    return app


def fastapi(serve: Any) -> str:
    """Send the header to Uvicorn, which trusts a proxy on 127.0.0.1 by default."""
    import httpx

    with serve.uvicorn(fastapi_app) as server:
        return f"Uvicorn: {httpx.get(server.url, headers=HEADERS).json()}"


def flask() -> str:
    """Send the header to an application, bare and behind ProxyFix."""
    from flask import Flask, request
    from werkzeug.middleware.proxy_fix import ProxyFix

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: request.remote_addr)
    bare = app.test_client().get("/", headers=HEADERS).text
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1)
    fixed = app.test_client().get("/", headers=HEADERS).text
    return f"{bare}; with ProxyFix {fixed}"


def django_settings() -> None:
    """Configure an application that tells the address of its client."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def address(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.META["REMOTE_ADDR"])

    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], ROOT_URLCONF=(path("", address),)
    )
    django.setup()


def django_wsgi() -> Any:
    """Return the WSGI application."""
    from django.core.wsgi import get_wsgi_application

    django_settings()
    return get_wsgi_application()


def django_asgi() -> Any:
    """Return the ASGI application."""
    from django.core.asgi import get_asgi_application

    django_settings()
    return get_asgi_application()


def django(serve: Any) -> str:
    """Send the header through Gunicorn and through Uvicorn, both of which trust 127.0.0.1."""
    import httpx

    with serve.gunicorn(django_wsgi) as server:
        gunicorn = httpx.get(server.url, headers=HEADERS).text
    with serve.uvicorn(django_asgi) as server:
        uvicorn = httpx.get(server.url, headers=HEADERS).text
    return f"Gunicorn: {gunicorn}; Uvicorn: {uvicorn}"
