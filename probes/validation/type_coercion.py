"""Send the text "1.5" where the schema says number and look at what the view gets."""


def fastapi() -> str:
    """Post the text "1.5" to a FastAPI route with a float field, lax and then strict."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel, Field

    class Lax(BaseModel):
        price: float

    class Strict(BaseModel):
        price: float = Field(strict=True)

    app = FastAPI()

    @app.post("/lax")
    def lax(item: Lax) -> str:
        return repr(item.price)

    @app.post("/strict")
    def strict(item: Strict) -> str:
        return repr(item.price)

    client = TestClient(app)
    seen = client.post("/lax", json={"price": "1.5"}).json()
    status = client.post("/strict", json={"price": "1.5"}).status_code
    return f"{seen}; strict {status}"


def flask() -> str:
    """Post the text "1.5" to a bare Flask view and to one with a flask-smorest schema."""
    from flask import Flask, request
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields

    class Item(Schema):
        price = fields.Float()

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    shop = Blueprint("shop", __name__)

    @app.post("/bare")
    def save_bare() -> str:
        return repr(request.get_json()["price"])

    @shop.post("/checked")
    @shop.arguments(Item)
    def save(item: dict) -> str:
        return repr(item["price"])

    Api(app).register_blueprint(shop)
    client = app.test_client()
    bare, checked = (
        client.post(path, json={"price": "1.5"}).text for path in ("/bare", "/checked")
    )
    return f"{bare}; with flask-smorest {checked}"


def django() -> str:
    """Give the text "1.5" to a Django form and, as JSON, to a DRF serializer."""
    import django
    from django import forms
    from django.conf import settings

    settings.configure()
    django.setup()
    from rest_framework import serializers

    class ItemForm(forms.Form):
        price = forms.FloatField()

    class ItemSerializer(serializers.Serializer):
        price = serializers.FloatField()

    form = ItemForm({"price": "1.5"})
    form.full_clean()
    item = ItemSerializer(data={"price": "1.5"})
    item.is_valid(raise_exception=True)
    return f"form {form.cleaned_data['price']!r}; with DRF {item.validated_data['price']!r}"
