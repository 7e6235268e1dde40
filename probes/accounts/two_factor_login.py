"""Ask for a six-digit code from an authenticator app as the second step of a login."""


def fastapi() -> str:
    """Check a code with pyotp in a FastAPI route that we wrote ourselves."""
    import pyotp
    from fastapi import FastAPI, HTTPException
    from fastapi.testclient import TestClient

    otp = pyotp.TOTP(pyotp.random_base32())
    app = FastAPI()

    @app.post("/second-step")
    def second_step(code: str) -> str:
        if not otp.verify(code, valid_window=1):
            raise HTTPException(401)
        return "welcome"

    client = TestClient(app)
    right = client.post("/second-step", params={"code": otp.now()}).status_code
    wrong = client.post("/second-step", params={"code": "no-code"}).status_code
    return f"own route with pyotp: right code {right}, wrong code {wrong}"


def flask() -> str:
    """Log in with Flask-Security's two-factor step, first without and then with a code."""
    import pyotp
    from flask import Flask
    from flask_security import Security, SQLAlchemyUserDatastore, auth_required, hash_password
    from flask_security.models import fsqla_v2
    from flask_sqlalchemy import SQLAlchemy

    app = Flask(__name__)
    app.config.update(
        SECRET_KEY="not-a-real-secret",
        SECURITY_PASSWORD_SALT="not-a-real-salt",
        SECURITY_TOTP_ISSUER="shop",
        SECURITY_TOTP_SECRETS={"1": "not-a-real-secret"},
        SECURITY_TWO_FACTOR=True,
        SQLALCHEMY_DATABASE_URI="sqlite://",
        WTF_CSRF_ENABLED=False,
    )
    db = SQLAlchemy(app)
    fsqla_v2.FsModels.set_db_info(db)

    class Role(db.Model, fsqla_v2.FsRoleMixin):
        pass

    class User(db.Model, fsqla_v2.FsUserMixin):
        pass

    users = SQLAlchemyUserDatastore(db, User, Role)
    security = Security(app, users)

    @app.get("/me")
    @auth_required("session")
    def me():
        return "welcome"

    with app.app_context():
        db.create_all()
        bob = users.create_user(email="bob@example.org", password=hash_password("wonderland-7"))
        secret = security.totp_factory.generate_totp_secret()
        users.tf_set(bob, "authenticator", secret)
        db.session.commit()
        code = pyotp.TOTP(security.totp_factory.get_totp_pretty_key(secret).replace("-", "")).now()
    client = app.test_client()
    headers = {"Accept": "application/json"}
    client.post("/login", json={"email": "bob@example.org", "password": "wonderland-7"})
    password_only = client.get("/me", headers=headers).status_code
    client.post("/tf-validate", json={"code": code})
    both = client.get("/me", headers=headers).status_code
    return f"with Flask-Security password alone {password_only}, with the code {both}"


def django() -> str:
    """Log in with django-allauth's second step, first without and then with a code."""
    import django
    import pyotp
    from django.conf import settings
    from django.core.management import call_command
    from django.http import HttpRequest, HttpResponse
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
            "allauth.mfa",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    from django.contrib.auth.decorators import login_required
    from django.contrib.auth.models import User

    @login_required
    def me(request: HttpRequest) -> HttpResponse:
        return HttpResponse("welcome")

    settings.ROOT_URLCONF = (path("me", me), path("accounts/", include("allauth.urls")))
    call_command("migrate", verbosity=0)
    secret = generate_totp_secret()
    TOTP.activate(User.objects.create_user("bob", password="wonderland-7"), secret)
    client = Client()
    client.post("/accounts/login/", {"login": "bob", "password": "wonderland-7"})
    password_only = client.get("/me").status_code
    client.post("/accounts/2fa/authenticate/", {"code": pyotp.TOTP(secret).now()})
    both = client.get("/me").status_code
    return f"with django-allauth password alone {password_only}, with the code {both}"
