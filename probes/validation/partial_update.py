"""Send a PATCH that sets one field to null and leaves the required one out."""


def fastapi() -> str:
    """Read which fields a PATCH to a FastAPI route has set."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class Changes(BaseModel):
        name: str = ""
        note: str | None = "none yet"

    app = FastAPI()

    @app.patch("/")
    def change(changes: Changes) -> str:
        return str(changes.model_dump(exclude_unset=True))

    return TestClient(app).patch("/", json={"note": None}).json()


def flask() -> str:
    """Load a PATCH with a flask-smorest schema in its partial form."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields

    class Item(Schema):
        name = fields.String(required=True)
        note = fields.String(allow_none=True)

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    shop = Blueprint("shop", __name__)

    @shop.patch("/")
    @shop.arguments(Item(partial=True))
    def change(changes: dict) -> str:
        return str(changes)

    Api(app).register_blueprint(shop)
    return "with flask-smorest " + app.test_client().patch("/", json={"note": None}).text


def django() -> str:
    """Validate a PATCH with a DRF serializer in its partial form."""
    import django
    from django.conf import settings

    settings.configure()
    django.setup()
    from rest_framework import serializers

    class Item(serializers.Serializer):
        name = serializers.CharField()
        note = serializers.CharField(allow_null=True)

    changes = Item(data={"note": None}, partial=True)
    changes.is_valid(raise_exception=True)
    return f"with DRF {changes.validated_data}"
