"""Send a visitor to the address in ?next=, which points to a foreign site."""


def fastapi() -> str:
    """Redirect to the parameter from a FastAPI route."""
    from fastapi import FastAPI
    from fastapi.responses import RedirectResponse
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def login(next: str) -> RedirectResponse:
        return RedirectResponse(next)

    client = TestClient(app, follow_redirects=False)
    return f"Location: {client.get('/?next=//evil.example').headers['location']}"


def flask() -> str:
    """Redirect to the parameter from a Flask view."""
    from flask import Flask, redirect, request

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: redirect(request.args["next"]), endpoint="login")
    answer = app.test_client().get("/?next=//evil.example")
    return f"Location: {answer.headers['Location']}"


def django() -> str:
    """Redirect to the parameter from Django's LogoutView, then from a bare redirect()."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import redirect
    from django.test import Client
    from django.urls import path

    def bare(request: HttpRequest) -> HttpResponse:
        return redirect(request.GET["next"])

    settings.configure(
        SECRET_KEY="not-a-real-secret",
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
        LOGOUT_REDIRECT_URL="/home",
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    )
    django.setup()
    # The auth views import a model, so they can be imported only now.
    from django.contrib.auth.views import LogoutView

    settings.ROOT_URLCONF = (path("logout", LogoutView.as_view()), path("", bare))
    guarded = Client().post("/logout?next=//evil.example").headers["Location"]
    unguarded = Client().get("/?next=//evil.example").headers["Location"]
    return f"LogoutView: {guarded}; redirect(): {unguarded}"
