"""Let a member of a group do what another user may not."""


def fastapi() -> str:
    """Compare the scopes that Security() collects with those of the caller."""
    from typing import Annotated

    from fastapi import FastAPI, Header, HTTPException, Security
    from fastapi.security import SecurityScopes
    from fastapi.testclient import TestClient

    granted = {"alice": {"edit"}, "bob": set()}
    app = FastAPI()

    def check(needed: SecurityScopes, user: Annotated[str, Header()]) -> None:
        if not granted[user].issuperset(needed.scopes):
            raise HTTPException(403)

    @app.get("/edit", dependencies=[Security(check, scopes=["edit"])])
    def edit() -> str:
        return "edited"

    client = TestClient(app)
    editor, other = (client.get("/edit", headers={"user": name}) for name in granted)
    return f"own check of Security() scopes: editor {editor.status_code}, other {other.status_code}"


def flask() -> str:
    """Protect a view with roles_required of Flask-Security."""
    from flask import Flask
    from flask_security import Security, SQLAlchemyUserDatastore, roles_required
    from flask_security.models import fsqla_v2
    from flask_sqlalchemy import SQLAlchemy

    app = Flask(__name__)
    app.config.update(
        SECRET_KEY="not-a-real-secret",
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
        SECURITY_PASSWORD_HASH="plaintext",
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

    @app.get("/edit")
    @roles_required("editor")
    def edit():
        return "edited"

    def status(email: str) -> int:
        client = app.test_client()
        client.post("/login", json={"email": email, "password": "wonderland-7"})
        return client.get("/edit", headers={"Accept": "application/json"}).status_code

    with app.app_context():
        db.create_all()
        role = users.create_role(name="editor")
        users.create_user(email="alice@example.org", password="wonderland-7", roles=[role])
        users.create_user(email="bob@example.org", password="wonderland-7")
        db.session.commit()
    editor, other = status("alice@example.org"), status("bob@example.org")
    return f"with Flask-Security editor {editor}, other {other}"


def django() -> str:
    """Protect a view with permission_required and give the permission to a group."""
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
    from django.contrib.auth.decorators import permission_required
    from django.contrib.auth.models import Group, Permission, User

    @permission_required("auth.change_user", raise_exception=True)
    def edit(request: HttpRequest) -> HttpResponse:
        return HttpResponse("edited")

    def status(user: User) -> int:
        client = Client()
        client.force_login(user)
        return client.get("/edit").status_code

    settings.ROOT_URLCONF = (path("edit", edit),)
    call_command("migrate", verbosity=0)
    editors = Group.objects.create(name="editors")
    editors.permissions.add(Permission.objects.get(codename="change_user"))
    alice, bob = User.objects.create(username="alice"), User.objects.create(username="bob")
    alice.groups.add(editors)
    return f"editor {status(alice)}, other {status(bob)}"
