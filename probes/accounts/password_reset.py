"""Ask for a password reset, follow the token, and log in with the new password."""


def fastapi() -> str:
    """Reset a password through fastapi-users' router; the users live in a dictionary."""
    from dataclasses import dataclass

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from fastapi_users import BaseUserManager, FastAPIUsers, IntegerIDMixin
    from fastapi_users.db import BaseUserDatabase
    from fastapi_users.password import PasswordHelper

    @dataclass
    class User:
        id: int
        email: str
        hashed_password: str
        is_active: bool = True

    bob = User(1, "bob@example.com", PasswordHelper().hash("wonderland-7"))
    tokens: list[str] = []

    class Users(BaseUserDatabase[User, int]):
        async def get(self, id: int) -> User | None:
            return bob if id == bob.id else None

        async def get_by_email(self, email: str) -> User | None:
            return bob if email == bob.email else None

        async def update(self, user: User, update_dict: dict) -> User:
            user.hashed_password = update_dict["hashed_password"]
            return user

    class UserManager(IntegerIDMixin, BaseUserManager[User, int]):
        reset_password_token_secret = "not-a-real-secret-but-long-enough"

        async def on_after_forgot_password(self, user: User, token: str, request=None) -> None:
            tokens.append(token)

    async def get_user_manager() -> UserManager:
        return UserManager(Users())

    app = FastAPI()
    app.include_router(FastAPIUsers[User, int](get_user_manager, []).get_reset_password_router())
    client = TestClient(app)
    client.post("/forgot-password", json={"email": bob.email})
    client.post("/reset-password", json={"token": tokens[0], "password": "looking-glass-8"})
    changed, _ = PasswordHelper().verify_and_update("looking-glass-8", bob.hashed_password)
    return f"with fastapi-users a token, no mail; new password works: {changed}"


def flask() -> str:
    """Reset a password through Flask-Security and Flask-Mail."""
    import re

    from flask import Flask
    from flask_mail import Mail
    from flask_security import Security, SQLAlchemyUserDatastore, hash_password
    from flask_security.models import fsqla_v2
    from flask_sqlalchemy import SQLAlchemy

    app = Flask(__name__)
    app.config.update(
        SECRET_KEY="not-a-real-secret",
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
        SECURITY_PASSWORD_SALT="not-a-real-salt",
        SECURITY_RECOVERABLE=True,
        SQLALCHEMY_DATABASE_URI="sqlite://",
        TESTING=True,
        WTF_CSRF_ENABLED=False,
    )
    mail, db = Mail(app), SQLAlchemy(app)
    fsqla_v2.FsModels.set_db_info(db)

    class Role(db.Model, fsqla_v2.FsRoleMixin):
        pass

    class User(db.Model, fsqla_v2.FsUserMixin):
        pass

    users = SQLAlchemyUserDatastore(db, User, Role)
    Security(app, users)
    with app.app_context(), mail.record_messages() as outbox:
        db.create_all()
        users.create_user(email="bob@example.org", password=hash_password("wonderland-7"))
        db.session.commit()
        app.test_client().post("/reset", json={"email": "bob@example.org"})
        link = re.search(r"/reset/\S+", outbox[0].body).group()
        new = {"password": "looking-glass-8", "password_confirm": "looking-glass-8"}
        app.test_client().post(link, json=new)
        login = {"email": "bob@example.org", "password": "looking-glass-8"}
        status = app.test_client().post("/login", json=login).status_code
    return f"with Flask-Security a link by mail; login with the new password {status}"


def django() -> str:
    """Reset a password through the views of django.contrib.auth."""
    import re

    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import include, path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.admin",
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
        ],
        MAILERS={"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}},
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SECRET_KEY="not-a-real-secret",
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
        ],
    )
    django.setup()
    from django.contrib import admin
    from django.contrib.auth.models import User
    from django.core import mail

    settings.ROOT_URLCONF = (
        path("accounts/", include("django.contrib.auth.urls")),
        path("admin/", admin.site.urls),
    )
    call_command("migrate", verbosity=0)
    User.objects.create_user("bob", "bob@example.com", "wonderland-7")
    client = Client()
    client.post("/accounts/password_reset/", {"email": "bob@example.com"})
    link = re.search(r"/accounts/reset/\S+", mail.outbox[0].body).group()
    form = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(form, {"new_password1": "looking-glass-8", "new_password2": "looking-glass-8"})
    changed = client.login(username="bob", password="looking-glass-8")
    return f"a link by mail; new password works: {changed}"
