"""Send a datetime, a Decimal and a set as JSON and read what arrives."""


def fastapi() -> str:
    """Return a datetime, a Decimal and a set from a typed FastAPI route, a Decimal untyped."""
    from datetime import UTC, datetime
    from decimal import Decimal

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class Order(BaseModel):
        at: datetime
        price: Decimal
        tags: set[str]

    app = FastAPI()

    @app.get("/")
    def order() -> Order:
        return Order(at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC), price=Decimal("1.50"), tags={"a"})

    @app.get("/untyped")
    def price():
        return Decimal("1.50")

    client = TestClient(app)
    seen, untyped = client.get("/").json(), client.get("/untyped").json()
    return f"{seen['at']}; {seen['price']!r}, without a type {untyped!r}; set {seen['tags']}"


def flask() -> str:
    """Return a datetime, a Decimal and a set from Flask views."""
    from datetime import UTC, datetime
    from decimal import Decimal

    from flask import Flask, jsonify

    app = Flask(__name__)
    with app.test_request_context():
        at = jsonify(datetime(2026, 1, 2, 3, 4, tzinfo=UTC)).json
        price = jsonify(Decimal("1.50")).json
        try:
            tags = jsonify({"a"}).json
        except TypeError as error:
            tags = type(error).__name__
    return f"{at}; {price!r}; set {tags}"


def django() -> str:
    """Give a datetime, a Decimal and a set to Django's JsonResponse."""
    import json
    from datetime import UTC, datetime
    from decimal import Decimal

    import django
    from django.conf import settings
    from django.http import JsonResponse

    settings.configure()
    django.setup()
    order = {"at": datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "price": Decimal("1.50")}
    seen = json.loads(JsonResponse(order).content)
    try:
        tags = json.loads(JsonResponse({"tags": {"a"}}).content)["tags"]
    except TypeError as error:
        tags = type(error).__name__
    return f"{seen['at']}; {seen['price']!r}; set {tags}"
