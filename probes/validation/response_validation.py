"""Promise a price above zero, return -1, and see whether the mistake reaches the client."""


def fastapi() -> str:
    """Return a price of -1 from a FastAPI route whose response model wants it above zero."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel, Field

    class Item(BaseModel):
        price: float = Field(gt=0)

    app = FastAPI()

    @app.get("/", response_model=Item)
    def item() -> dict[str, float]:
        return {"price": -1}

    return str(TestClient(app, raise_server_exceptions=False).get("/").status_code)


def flask() -> str:
    """Return a price of -1 through a flask-smorest response schema that wants it above zero."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields, validate

    class Item(Schema):
        price = fields.Integer(validate=validate.Range(min=0, min_inclusive=False))

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    shop = Blueprint("shop", __name__)

    @shop.get("/")
    @shop.response(200, Item)
    def item() -> dict[str, int]:
        return {"price": -1}

    Api(app).register_blueprint(shop)
    response = app.test_client().get("/")
    return f"with flask-smorest {response.status_code}, price {response.json['price']}"


def django() -> str:
    """Return a price of -1 through a DRF serializer that wants it above zero."""
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
        price = serializers.IntegerField(min_value=1)

    @api_view()
    def item(request: Request) -> Response:
        return Response(Item({"price": -1}).data)

    settings.ROOT_URLCONF = (path("", item),)
    response = Client().get("/", headers={"accept": "application/json"})
    return f"with DRF {response.status_code}, price {response.json()['price']}"
