"""Let a user edit one document and not another."""


def fastapi() -> str:
    """Check the owner of a document in a dependency that we wrote ourselves."""
    from typing import Annotated

    from fastapi import Depends, FastAPI, Header, HTTPException
    from fastapi.testclient import TestClient

    owners = {1: "bob", 2: "alice"}
    app = FastAPI()

    def own_document(number: int, user: Annotated[str, Header()]) -> int:
        if owners[number] != user:
            raise HTTPException(403)
        return number

    @app.get("/documents/{number}")
    def read(document: Annotated[int, Depends(own_document)]) -> int:
        return document

    client = TestClient(app, headers={"user": "bob"})
    own, other = (client.get(f"/documents/{number}").status_code for number in owners)
    return f"own dependency: own document {own}, other {other}"


def flask() -> str:
    """Check the owner of a document with an ItemNeed of Flask-Principal."""
    from flask import Flask
    from flask_principal import Identity, ItemNeed, Permission, Principal

    app = Flask(__name__)
    principal = Principal(app, use_sessions=False)

    @principal.identity_loader
    def load_identity() -> Identity:
        identity = Identity("bob")
        identity.provides.add(ItemNeed("edit", 1, "document"))
        return identity

    @app.get("/documents/<int:number>")
    def read(number: int):
        with Permission(ItemNeed("edit", number, "document")).require(403):
            return str(number)

    client = app.test_client()
    own, other = (client.get(f"/documents/{number}").status_code for number in (1, 2))
    return f"with Flask-Principal own document {own}, other {other}"


def django() -> str:
    """Ask has_perm() about one object, by default and with django-guardian."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.configure(
        AUTHENTICATION_BACKENDS=["django.contrib.auth.backends.ModelBackend"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "guardian"],
        SECRET_KEY="not-a-real-secret",
        SILENCED_SYSTEM_CHECKS=["guardian.W001"],
    )
    django.setup()
    from django.contrib.auth.models import Group, User
    from guardian.shortcuts import assign_perm

    call_command("migrate", verbosity=0)
    bob = User.objects.create(username="bob")
    own, other = Group.objects.create(name="own"), Group.objects.create(name="other")
    assign_perm("auth.change_group", bob, own)
    default = bob.has_perm("auth.change_group", own)
    settings.AUTHENTICATION_BACKENDS += ["guardian.backends.ObjectPermissionBackend"]
    added = [bob.has_perm("auth.change_group", group) for group in (own, other)]
    return f"own: {default}; with django-guardian own {added[0]}, other {added[1]}"
