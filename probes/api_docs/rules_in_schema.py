"""Give a field a maximum length and look for it in the schema."""


def fastapi() -> str:
    """Read the schema of a field with a maximum length of 20 from a FastAPI application."""
    from fastapi import FastAPI
    from pydantic import BaseModel, Field

    class Item(BaseModel):
        name: str = Field(max_length=20)

    app = FastAPI()

    @app.post("/items/{number}")
    def save_item(number: int, item: Item) -> Item:
        return item

    name = app.openapi()["components"]["schemas"]["Item"]["properties"]["name"]
    return f"maxLength {name['maxLength']}"


def flask() -> str:
    """Read the schema of a field with a maximum length of 20 from flask-smorest."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields, validate

    class Item(Schema):
        name = fields.String(required=True, validate=validate.Length(max=20))

    items = Blueprint("items", "items")

    @items.post("/items/<int:number>")
    @items.arguments(Item)
    @items.response(200, Item)
    def save_item(item: dict[str, str], number: int) -> dict[str, str]:
        return item

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    api = Api(app)
    api.register_blueprint(items)
    name = api.spec.to_dict()["components"]["schemas"]["Item"]["properties"]["name"]
    return f"flask-smorest: maxLength {name['maxLength']}"


def django() -> str:
    """Read the schema of a field with a maximum length of 20 from django-ninja."""
    import django
    from django.conf import settings
    from django.http import HttpRequest
    from django.urls import path
    from pydantic import Field

    settings.configure()
    django.setup()
    from ninja import NinjaAPI, Schema

    class Item(Schema):
        name: str = Field(max_length=20)

    api = NinjaAPI()

    @api.post("/items/{number}", response=Item)
    def save_item(request: HttpRequest, number: int, item: Item) -> Item:
        return item

    settings.ROOT_URLCONF = (path("api/", api.urls),)
    name = api.get_openapi_schema()["components"]["schemas"]["Item"]["properties"]["name"]
    return f"django-ninja: maxLength {name['maxLength']}"
