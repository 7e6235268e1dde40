"""Serve an application below /shop, where a proxy strips the prefix, and build a link."""

from typing import Any


def fastapi() -> str:
    """Set the root path as a server's --root-path would and ask for a URL."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/items")
    def items(request: Request) -> str:
        return request.url_for("items").path

    bare = TestClient(app).get("/items").json()
    mounted = TestClient(app, root_path="/shop").get("/items").json()
    return f"{bare}; with root_path {mounted}"


def flask() -> str:
    """Send X-Forwarded-Prefix through ProxyFix and ask for a URL."""
    from flask import Flask, url_for
    from werkzeug.middleware.proxy_fix import ProxyFix

    app = Flask(__name__)
    app.add_url_rule("/items", "items", lambda: url_for("items"))
    headers = {"X-Forwarded-Prefix": "/shop"}
    bare = app.test_client().get("/items", headers=headers).text
    app.wsgi_app = ProxyFix(app.wsgi_app, x_prefix=1)
    mounted = app.test_client().get("/items", headers=headers).text
    return f"{bare}; with ProxyFix {mounted}"


def django_app() -> Any:
    """Return an application below /shop that builds a link."""
    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path, reverse

    def items(request: HttpRequest) -> HttpResponse:
        return HttpResponse(reverse("items"))

    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        FORCE_SCRIPT_NAME="/shop",
        MIDDLEWARE=[],
        ROOT_URLCONF=(path("items", items, name="items"),),
    )
    django.setup()
    return get_wsgi_application()


def django(serve: Any) -> str:
    """Set FORCE_SCRIPT_NAME and ask for a URL under Gunicorn."""
    import httpx

    with serve.gunicorn(django_app) as server:
        return f"with FORCE_SCRIPT_NAME {httpx.get(f'{server.url}/items').text}"
