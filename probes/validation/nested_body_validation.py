"""Post an order with two mistakes, one of them in the second item of a list."""


def places(errors: dict, prefix: str = "") -> list[str]:
    """Return the dotted place of every message in nested errors."""
    found = []
    for key, inner in errors.items():
        here = f"{prefix}{key}"
        found += places(inner, f"{here}.") if isinstance(inner, dict) else [here]
    return sorted(found)


def fastapi() -> str:
    """Post an order with two mistakes to a FastAPI route with nested Pydantic models."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class Item(BaseModel):
        price: float

    class Order(BaseModel):
        customer: str
        items: list[Item]

    app = FastAPI()

    @app.post("/")
    def save(order: Order) -> Order:
        return order

    response = TestClient(app).post("/", json={"items": [{"price": 1}, {"price": "cheap"}]})
    found = (".".join(map(str, error["loc"])) for error in response.json()["detail"])
    return f"{response.status_code} {', '.join(sorted(found))}"


def flask() -> str:
    """Post an order with two mistakes to a Flask view with nested marshmallow schemas."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields

    class Item(Schema):
        price = fields.Float()

    class Order(Schema):
        customer = fields.String(required=True)
        items = fields.List(fields.Nested(Item))

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    shop = Blueprint("shop", __name__)

    @shop.post("/")
    @shop.arguments(Order)
    def save(order: dict) -> dict:
        return order

    Api(app).register_blueprint(shop)
    order = {"items": [{"price": 1}, {"price": "cheap"}]}
    response = app.test_client().post("/", json=order)
    found = places(response.json["errors"]["json"])
    return f"with flask-smorest {response.status_code} {', '.join(found)}"


def django() -> str:
    """Post an order with two mistakes to a Django view with nested DRF serializers."""
    import django
    from django.conf import settings
    from django.test import Client
    from django.urls import path

    settings.configure(ALLOWED_HOSTS=["testserver"], REST_FRAMEWORK={"UNAUTHENTICATED_USER": None})
    django.setup()
    from rest_framework import serializers
    from rest_framework.decorators import api_view
    from rest_framework.request import Request
    from rest_framework.response import Response

    class Item(serializers.Serializer):
        price = serializers.FloatField()

    class Order(serializers.Serializer):
        customer = serializers.CharField()
        items = Item(many=True)

    @api_view(["POST"])
    def save(request: Request) -> Response:
        order = Order(data=request.data)
        order.is_valid(raise_exception=True)
        return Response(order.data)

    settings.ROOT_URLCONF = (path("", save),)
    order = {"items": [{"price": 1}, {"price": "cheap"}]}
    response = Client().post("/", order, "application/json")
    return f"with DRF {response.status_code} {', '.join(places(response.json()))}"
