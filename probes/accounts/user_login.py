"""Open a protected page without a login, after a wrong password and after the right one."""


def fastapi() -> str:
    """Log a user in through fastapi-users' router; the users live in a dictionary."""
    from dataclasses import dataclass
    from typing import Annotated

    from fastapi import Depends, FastAPI
    from fastapi.testclient import TestClient
    from fastapi_users import BaseUserManager, FastAPIUsers, IntegerIDMixin
    from fastapi_users.authentication import AuthenticationBackend, CookieTransport, JWTStrategy
    from fastapi_users.db import BaseUserDatabase
    from fastapi_users.password import PasswordHelper

    @dataclass
    class User:
        id: int
        email: str
        hashed_password: str
        is_active: bool = True
        is_superuser: bool = False
        is_verified: bool = True

    bob = User(1, "bob@example.com", PasswordHelper().hash("wonderland-7"))

    class Users(BaseUserDatabase[User, int]):
        async def get(self, id: int) -> User | None:
            return bob if id == bob.id else None

        async def get_by_email(self, email: str) -> User | None:
            return bob if email == bob.email else None

    class UserManager(IntegerIDMixin, BaseUserManager[User, int]):
        pass

    async def get_user_manager() -> UserManager:
        return UserManager(Users())

    secret = "not-a-real-secret-but-long-enough"
    backend = AuthenticationBackend(
        "cookie", CookieTransport(cookie_secure=False), lambda: JWTStrategy(secret, 3600)
    )
    users = FastAPIUsers[User, int](get_user_manager, [backend])
    app = FastAPI()
    app.include_router(users.get_auth_router(backend))

    @app.get("/me")
    def me(user: Annotated[User, Depends(users.current_user())]) -> str:
        return user.email

    client = TestClient(app)
    seen = [client.get("/me").status_code]
    for password in ("wonderland-8", "wonderland-7"):
        client.post("/login", data={"username": bob.email, "password": password})
        seen.append(client.get("/me").status_code)
    anonymous, wrong, right = seen
    return (
        f"with fastapi-users anonymous {anonymous}, wrong password {wrong}, right password {right}"
    )


def flask() -> str:
    """Log a user in with Flask-Login and Werkzeug's password functions."""
    from flask import Flask, abort, request
    from flask_login import LoginManager, UserMixin, login_required, login_user
    from werkzeug.security import check_password_hash, generate_password_hash

    class User(UserMixin):
        id = "bob"
        password = generate_password_hash("wonderland-7")

    bob = User()
    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"
    manager = LoginManager(app)

    @manager.user_loader
    def load_user(user_id: str):
        return bob if user_id == bob.id else None

    @app.post("/login")
    def login():
        if not check_password_hash(bob.password, request.form["password"]):
            abort(403)
        login_user(bob)
        return "welcome"

    @app.get("/me")
    @login_required
    def me():
        return bob.id

    client = app.test_client()
    seen = [client.get("/me").status_code]
    for password in ("wonderland-8", "wonderland-7"):
        client.post("/login", data={"password": password})
        seen.append(client.get("/me").status_code)
    anonymous, wrong, right = seen
    return f"with Flask-Login anonymous {anonymous}, wrong password {wrong}, right password {right}"


def django() -> str:
    """Log a user in through the login view of django.contrib.auth."""
    import contextlib

    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.http import HttpRequest, HttpResponse
    from django.template import TemplateDoesNotExist
    from django.test import Client
    from django.urls import include, path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    from django.contrib.auth.decorators import login_required
    from django.contrib.auth.models import User

    @login_required
    def me(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.user.username)

    settings.ROOT_URLCONF = (path("me", me), path("accounts/", include("django.contrib.auth.urls")))
    call_command("migrate", verbosity=0)
    User.objects.create_user("bob", password="wonderland-7")
    client = Client()
    seen = [client.get("/me").status_code]
    for password in ("wonderland-8", "wonderland-7"):
        form = {"username": "bob", "password": password}
        # A wrong one shows the form again, from a template that this probe does not bring.
        with contextlib.suppress(TemplateDoesNotExist):
            client.post("/accounts/login/", form)
        seen.append(client.get("/me").status_code)
    anonymous, wrong, right = seen
    return (
        f"anonymous {anonymous} to the login page, wrong password {wrong}, right password {right}"
    )
