"""Copy the session cookie, log out, and send the copy again."""


def fastapi() -> str:
    """Replay a cookie of Starlette's SessionMiddleware after the session was cleared."""
    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient
    from starlette.middleware.sessions import SessionMiddleware

    app = FastAPI()
    app.add_middleware(SessionMiddleware, secret_key="not-a-real-secret")

    @app.post("/login")
    def login(request: Request) -> None:
        request.session["user"] = "bob"

    @app.post("/logout")
    def logout(request: Request) -> None:
        request.session.clear()

    @app.get("/me")
    def me(request: Request) -> str:
        return request.session.get("user", "nobody")

    client = TestClient(app)
    client.post("/login")
    copy = client.cookies["session"]
    client.post("/logout")
    thief = TestClient(app, cookies={"session": copy})
    return f"after logout {client.get('/me').json()}, the copy is {thief.get('/me').json()}"


def flask() -> str:
    """Replay a cookie of Flask's session after Flask-Login's logout."""
    from flask import Flask
    from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

    class User(UserMixin):
        id = "bob"

    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"
    LoginManager(app).user_loader(lambda user_id: User())
    app.add_url_rule("/login", view_func=lambda: str(login_user(User())), endpoint="login")
    app.add_url_rule("/logout", view_func=lambda: str(logout_user()), endpoint="logout")
    app.add_url_rule("/me", view_func=lambda: current_user.get_id() or "nobody", endpoint="me")
    client, thief = app.test_client(), app.test_client()
    client.get("/login")
    thief.set_cookie("session", client.get_cookie("session").value)
    client.get("/logout")
    return f"after logout {client.get('/me').text}, the copy is {thief.get('/me').text}"


def django() -> str:
    """Replay a session cookie after Django's logout."""
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
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    from django.contrib.auth.models import User

    def me(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.user.get_username() or "nobody")

    settings.ROOT_URLCONF = (path("me", me),)
    call_command("migrate", verbosity=0)
    client, thief = Client(), Client()
    client.force_login(User.objects.create(username="bob"))
    thief.cookies["sessionid"] = client.cookies["sessionid"].value
    client.logout()
    return f"after logout {client.get('/me').text}, the copy is {thief.get('/me').text}"
