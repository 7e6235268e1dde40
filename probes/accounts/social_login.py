"""Start a login with an account at GitHub and see where the browser is sent."""


def fastapi() -> str:
    """Redirect to GitHub with Authlib's Starlette client."""
    from urllib.parse import urlsplit

    from authlib.integrations.starlette_client import OAuth
    from fastapi import FastAPI, Request
    from fastapi.responses import RedirectResponse
    from fastapi.testclient import TestClient
    from starlette.middleware.sessions import SessionMiddleware

    oauth = OAuth()
    oauth.register(
        "github", client_id="id", authorize_url="https://github.com/login/oauth/authorize"
    )
    app = FastAPI()
    app.add_middleware(SessionMiddleware, secret_key="not-a-real-secret")

    @app.get("/login")
    async def login(request: Request) -> RedirectResponse:
        return await oauth.github.authorize_redirect(request, str(request.base_url) + "back")

    response = TestClient(app).get("/login", follow_redirects=False)
    host = urlsplit(response.headers["location"]).hostname
    return f"with Authlib {response.status_code} to {host}"


def flask() -> str:
    """Redirect to GitHub with Authlib's Flask client."""
    from urllib.parse import urlsplit

    from authlib.integrations.flask_client import OAuth
    from flask import Flask, request

    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"
    oauth = OAuth(app)
    oauth.register(
        "github", client_id="id", authorize_url="https://github.com/login/oauth/authorize"
    )

    @app.get("/login")
    def login():
        return oauth.github.authorize_redirect(request.host_url + "back")

    response = app.test_client().get("/login")
    return f"with Authlib {response.status_code} to {urlsplit(response.location).hostname}"


def django() -> str:
    """Redirect to GitHub with django-allauth's provider."""
    from urllib.parse import urlsplit

    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import include, path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
            "allauth",
            "allauth.account",
            "allauth.socialaccount",
            "allauth.socialaccount.providers.github",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        SECRET_KEY="not-a-real-secret",
        SOCIALACCOUNT_PROVIDERS={"github": {"APPS": [{"client_id": "id", "secret": "x"}]}},
    )
    django.setup()
    settings.ROOT_URLCONF = (path("accounts/", include("allauth.urls")),)
    call_command("migrate", verbosity=0)
    response = Client().post("/accounts/github/login/")
    host = urlsplit(response["Location"]).hostname
    return f"with django-allauth {response.status_code} to {host}"
