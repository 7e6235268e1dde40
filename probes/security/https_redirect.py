"""Ask over plain HTTP and see whether the answer leads to HTTPS."""


def fastapi() -> str:
    """Ask a FastAPI route, bare and then with HTTPSRedirectMiddleware."""
    from fastapi import FastAPI
    from fastapi.middleware.httpsredirect import HTTPSRedirectMiddleware
    from fastapi.testclient import TestClient

    app = FastAPI()
    app.add_api_route("/", lambda: "page")
    bare = TestClient(app).get("/").status_code
    guarded = HTTPSRedirectMiddleware(app)
    answer = TestClient(guarded).get("/", follow_redirects=False)
    target = answer.headers["location"]
    return f"{bare}; with HTTPSRedirectMiddleware {answer.status_code} {target}"


def flask() -> str:
    """Ask a Flask view, bare and then with Flask-Talisman."""
    from flask import Flask
    from flask_talisman import Talisman

    def answer(guard: bool) -> str:
        app = Flask(__name__)
        app.add_url_rule("/", view_func=lambda: "page", endpoint="page")
        if guard:
            Talisman(app)
        got = app.test_client().get("/")
        return f"{got.status_code} {got.headers.get('Location', '')}".strip()

    return f"{answer(guard=False)}; with Flask-Talisman {answer(guard=True)}"


def django() -> str:
    """Ask a Django view behind SecurityMiddleware, first without SECURE_SSL_REDIRECT."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware"],
        ROOT_URLCONF=(path("", page),),
    )
    django.setup()
    bare = Client().get("/").status_code
    with override_settings(SECURE_SSL_REDIRECT=True):
        answer = Client().get("/")
    target = answer.headers["Location"]
    return f"{bare}; with SECURE_SSL_REDIRECT {answer.status_code} {target}"
