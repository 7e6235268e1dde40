"""Run a hand-written query with a parameter that tries to inject SQL."""


def fastapi(tmp_path) -> str:
    """Run a parametrized query with the standard library's sqlite3 in a FastAPI route."""
    import sqlite3

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def index(name: str) -> list[str]:
        with sqlite3.connect(tmp_path / "shop.db") as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS product (name TEXT)")
            connection.execute("INSERT INTO product VALUES (?)", [name])
            return [row[0] for row in connection.execute("SELECT name FROM product")]

    evil = "tea'); DROP TABLE product; --"
    stored = TestClient(app).get("/", params={"name": evil}).json()
    return "sqlite3: stored as text" if stored == [evil] else str(stored)


def flask(tmp_path) -> str:
    """Run a parametrized query with the standard library's sqlite3 in a Flask view."""
    import sqlite3

    from flask import Flask, request

    app = Flask(__name__)

    @app.get("/")
    def index():
        with sqlite3.connect(tmp_path / "shop.db") as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS product (name TEXT)")
            connection.execute("INSERT INTO product VALUES (?)", [request.args["name"]])
            return [row[0] for row in connection.execute("SELECT name FROM product")]

    evil = "tea'); DROP TABLE product; --"
    stored = app.test_client().get("/", query_string={"name": evil}).json
    return "sqlite3: stored as text" if stored == [evil] else str(stored)


def django() -> str:
    """Run parametrized queries through Django's cursor and Model.objects.raw()."""
    import django
    from django.conf import settings
    from django.db import connection, models
    from django.http import HttpRequest, JsonResponse
    from django.test import Client
    from django.urls import path

    def index(request: HttpRequest) -> JsonResponse:
        name = request.GET["name"]
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO shop_product (name) VALUES (%s)", [name])
        rows = Product.objects.raw("SELECT * FROM shop_product WHERE name = %s", [name])
        return JsonResponse([product.name for product in rows], safe=False)

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        ROOT_URLCONF=(path("", index),),
    )
    django.setup()

    class Product(models.Model):
        name = models.CharField(max_length=50)

        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Product)
    evil = "tea'); DROP TABLE product; --"
    stored = Client().get("/", {"name": evil}).json()
    return "cursor and raw(): stored as text" if stored == [evil] else str(stored)
