"""Stay logged in on a second device while the password is changed elsewhere."""


def fastapi() -> str:
    """Change the password hash of a user whose id is in Starlette's session."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient
    from pwdlib import PasswordHash
    from starlette.middleware.sessions import SessionMiddleware

    hasher = PasswordHash.recommended()
    passwords = {"bob": hasher.hash("wonderland-7")}
    app = FastAPI()
    app.add_middleware(SessionMiddleware, secret_key="not-a-real-secret")

    @app.post("/login")
    def login(request: Request, password: str) -> None:
        if hasher.verify(password, passwords["bob"]):
            request.session["user"] = "bob"

    @app.get("/me")
    def me(request: Request) -> str:
        return request.session.get("user", "nobody")

    second_device = TestClient(app)
    second_device.post("/login", params={"password": "wonderland-7"})
    passwords["bob"] = hasher.hash("looking-glass-8")
    return f"second device: {second_device.get('/me').json()}"


def flask() -> str:
    """Change the password of a user who is logged in with Flask-Login, then Flask-Security."""
    return f"with Flask-Login second device: {_flask_login()}; with Flask-Security: {_security()}"


def _flask_login() -> str:
    from flask import Flask
    from flask_login import LoginManager, UserMixin, current_user, login_user
    from werkzeug.security import generate_password_hash

    class User(UserMixin):
        id = "bob"
        password = generate_password_hash("wonderland-7")

    bob = User()
    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"
    LoginManager(app).user_loader(lambda user_id: bob)
    app.add_url_rule("/login", view_func=lambda: str(login_user(bob)), endpoint="login")
    app.add_url_rule("/me", view_func=lambda: current_user.get_id() or "nobody", endpoint="me")
    second_device = app.test_client()
    second_device.get("/login")
    bob.password = generate_password_hash("looking-glass-8")
    return second_device.get("/me").text


def _security() -> str:
    from flask import Flask
    from flask_security import Security, SQLAlchemyUserDatastore, current_user, hash_password
    from flask_security.models import fsqla_v2
    from flask_sqlalchemy import SQLAlchemy

    app = Flask(__name__)
    app.config.update(
        SECRET_KEY="not-a-real-secret",
        SECURITY_CHANGEABLE=True,
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
        SECURITY_PASSWORD_SALT="not-a-real-salt",
        SECURITY_SEND_PASSWORD_CHANGE_EMAIL=False,
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
    Security(app, users)
    app.add_url_rule("/me", "me", lambda: "bob" if current_user.is_authenticated else "nobody")
    with app.app_context():
        db.create_all()
        users.create_user(email="bob@example.org", password=hash_password("wonderland-7"))
        db.session.commit()
    first_device, second_device = app.test_client(), app.test_client()
    for device in (first_device, second_device):
        device.post("/login", json={"email": "bob@example.org", "password": "wonderland-7"})
    assert second_device.get("/me").text == "bob"
    new = {"new_password": "looking-glass-8", "new_password_confirm": "looking-glass-8"}
    first_device.post("/change", json={"password": "wonderland-7"} | new)
    return second_device.get("/me").text


def django() -> str:
    """Change the password of a user who is logged in through django.contrib.auth."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

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
    from django.contrib.auth.models import User

    def me(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.user.get_username() or "nobody")

    settings.ROOT_URLCONF = (path("me", me),)
    call_command("migrate", verbosity=0)
    bob = User.objects.create_user("bob", password="wonderland-7")
    second_device = Client()
    second_device.login(username="bob", password="wonderland-7")
    bob.set_password("looking-glass-8")
    bob.save()
    return f"second device: {second_device.get('/me').text}"
