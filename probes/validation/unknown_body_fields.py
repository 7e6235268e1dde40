"""Post JSON with one key more than the schema names."""


def fastapi() -> str:
    """Post an extra key to a FastAPI route, then to one whose model forbids extra keys."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class Item(BaseModel):
        name: str

    class StrictItem(Item, extra="forbid"):
        pass

    app = FastAPI()

    @app.post("/default")
    def save(item: Item) -> Item:
        return item

    @app.post("/forbid")
    def save_strict(item: StrictItem) -> StrictItem:
        return item

    client = TestClient(app)
    body = {"name": "pen", "nmae": "pen"}
    default, forbid = (
        client.post(f"/{way}", json=body).status_code for way in ("default", "forbid")
    )
    return f'{default}; extra="forbid" {forbid}'


def flask() -> str:
    """Post an extra key to a Flask view with a flask-smorest schema."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields

    class Item(Schema):
        name = fields.String()

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    shop = Blueprint("shop", __name__)

    @shop.post("/")
    @shop.arguments(Item)
    def save(item: dict) -> dict:
        return item

    Api(app).register_blueprint(shop)
    response = app.test_client().post("/", json={"name": "pen", "nmae": "pen"})
    return f"with flask-smorest {response.status_code}"


def django() -> str:
    """Give an extra key to a Django form and to a DRF serializer."""
    import django
    from django import forms
    from django.conf import settings

    settings.configure()
    django.setup()
    from rest_framework import serializers

    class ItemForm(forms.Form):
        name = forms.CharField()

    class ItemSerializer(serializers.Serializer):
        name = serializers.CharField()

    body = {"name": "pen", "nmae": "pen"}
    form, item = ItemForm(body), ItemSerializer(data=body)
    return f"form valid: {form.is_valid()}; with DRF valid: {item.is_valid()}"
