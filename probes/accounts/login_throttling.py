"""Try ten wrong passwords in a row and see whether that changes the answer."""


def fastapi() -> str:
    """Send ten wrong passwords to a FastAPI login, bare and limited by slowapi."""
    from fastapi import FastAPI, HTTPException, Request
    from fastapi.testclient import TestClient
    from slowapi import Limiter, _rate_limit_exceeded_handler
    from slowapi.errors import RateLimitExceeded
    from slowapi.util import get_remote_address

    app = FastAPI()
    limiter = app.state.limiter = Limiter(key_func=get_remote_address)
    app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)

    @app.post("/bare")
    def bare_login() -> None:
        raise HTTPException(401)

    @app.post("/limited")
    @limiter.limit("5/minute")
    def limited_login(request: Request) -> None:
        raise HTTPException(401)

    client = TestClient(app)
    bare = [client.post("/bare").status_code for _ in range(10)][-1]
    limited = [client.post("/limited").status_code for _ in range(10)][-1]
    return f"{bare}; with slowapi {limited}"


def flask() -> str:
    """Send ten wrong passwords to a Flask login, bare and limited by Flask-Limiter."""
    from flask import Flask, abort
    from flask_limiter import Limiter
    from flask_limiter.util import get_remote_address

    app = Flask(__name__)
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")

    @app.post("/bare")
    def bare_login():
        abort(401)

    @app.post("/limited")
    @limiter.limit("5/minute")
    def limited_login():
        abort(401)

    client = app.test_client()
    bare = [client.post("/bare").status_code for _ in range(10)][-1]
    limited = [client.post("/limited").status_code for _ in range(10)][-1]
    return f"{bare}; with Flask-Limiter {limited}"


def django() -> str:
    """Send ten wrong passwords and then the right one, to Django and to django-allauth."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import include, path

    settings.configure(
        ACCOUNT_EMAIL_VERIFICATION="none",
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
            "allauth",
            "allauth.account",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SECRET_KEY="not-a-real-secret",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
    )
    django.setup()
    from django.contrib.auth.forms import AuthenticationForm
    from django.contrib.auth.models import User

    settings.ROOT_URLCONF = (path("accounts/", include("allauth.urls")),)
    call_command("migrate", verbosity=0)
    User.objects.create_user("bob", password="wonderland-7")
    passwords = ["wrong"] * 10 + ["wonderland-7"]
    forms = [AuthenticationForm(None, {"username": "bob", "password": word}) for word in passwords]
    own = [form.is_valid() for form in forms][-1]
    client = Client()
    for word in passwords:
        page = client.post("/accounts/login/", {"login": "bob", "password": word})
    added = page.status_code == 302
    return f"right password still accepted: {own}; with django-allauth: {added}"
