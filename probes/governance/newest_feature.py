"""Try one feature that came with the newest feature release of each framework."""


def fastapi() -> str:
    """Send one form field, then two, to an application that accepts one."""
    from typing import Annotated

    from fastapi import FastAPI, Form
    from fastapi.testclient import TestClient

    app = FastAPI(form_limits={"max_fields": 1})

    @app.post("/")
    def save(name: Annotated[str, Form()]) -> str:
        return name

    client = TestClient(app)
    one = client.post("/", data={"name": "x"}).status_code
    two = client.post("/", data={"name": "x", "more": "y"}).status_code
    return f"one field {one}, two fields {two}"


def flask() -> str:
    """Ask an application with one trusted host, then under another host name."""
    from flask import Flask

    app = Flask(__name__)
    app.config["TRUSTED_HOSTS"] = ["example.com"]
    app.add_url_rule("/", view_func=lambda: "home")
    client = app.test_client()
    trusted = client.get("/", base_url="https://example.com").status_code
    other = client.get("/", base_url="https://other.example").status_code
    return f"trusted host {trusted}, other host {other}"


def django() -> str:
    """Read the parent of each of five children with both fetch modes and count the queries."""
    import django
    from django.conf import settings
    from django.db import connection, models
    from django.test.utils import CaptureQueriesContext

    memory = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    settings.configure(DATABASES={"default": memory})
    django.setup()

    class Parent(models.Model):
        class Meta:
            app_label = "probe"

    class Child(models.Model):
        parent = models.ForeignKey(Parent, models.CASCADE)

        class Meta:
            app_label = "probe"

    with connection.schema_editor() as editor:
        editor.create_model(Parent)
        editor.create_model(Child)
    for _ in range(5):
        Child.objects.create(parent=Parent.objects.create())

    def queries(mode) -> int:
        with CaptureQueriesContext(connection) as captured:
            for child in Child.objects.fetch_mode(mode):
                str(child.parent)
        return len(captured)

    one, peers = queries(models.FETCH_ONE), queries(models.FETCH_PEERS)
    return f"FETCH_ONE {one} queries, FETCH_PEERS {peers}"
