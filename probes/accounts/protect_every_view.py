"""Demand a login everywhere with one line, and leave one page open."""


def fastapi() -> str:
    """Give the whole FastAPI application a dependency."""
    from fastapi import APIRouter, Depends, FastAPI
    from fastapi.security import HTTPBearer
    from fastapi.testclient import TestClient

    app = FastAPI()
    members = APIRouter(dependencies=[Depends(HTTPBearer())])

    @members.get("/members")
    def members_page() -> str:
        return "members"

    @app.get("/open")
    def open_page() -> str:
        return "open"

    app.include_router(members)
    client = TestClient(app)
    statuses = [client.get(url).status_code for url in ("/members", "/open")]
    return f"router dependency: members {statuses[0]}, open {statuses[1]}"


def flask() -> str:
    """Check the login in before_request of a Flask blueprint."""
    from flask import Blueprint, Flask, abort, session

    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"
    members = Blueprint("members", __name__)

    @members.before_request
    def demand_login():
        if "user" not in session:
            abort(401)

    members.add_url_rule("/members", view_func=lambda: "members", endpoint="page")
    app.add_url_rule("/open", view_func=lambda: "open")
    app.register_blueprint(members)
    client = app.test_client()
    statuses = [client.get(url).status_code for url in ("/members", "/open")]
    return f"own before_request: members {statuses[0]}, open {statuses[1]}"


def django() -> str:
    """Add LoginRequiredMiddleware and mark one view with login_not_required."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.auth.middleware.LoginRequiredMiddleware",
        ],
        SECRET_KEY="not-a-real-secret",
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    )
    django.setup()
    from django.contrib.auth.decorators import login_not_required

    def members_page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("members")

    @login_not_required
    def open_page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("open")

    settings.ROOT_URLCONF = (path("members", members_page), path("open", open_page))
    statuses = [Client().get(url).status_code for url in ("/members", "/open")]
    return f"LoginRequiredMiddleware: members {statuses[0]}, open {statuses[1]}"
