"""Read the operationId, from which client generators make method names."""


def fastapi() -> str:
    """Read the operationId of a FastAPI handler named save_item."""
    from fastapi import FastAPI
    from pydantic import BaseModel, Field

    class Item(BaseModel):
        name: str = Field(max_length=20)

    app = FastAPI()

    @app.post("/items/{number}")
    def save_item(number: int, item: Item) -> Item:
        return item

    operation = app.openapi()["paths"]["/items/{number}"]["post"]
    return str(operation["operationId"])


def flask() -> str:
    """Read the operationId that flask-smorest gives a view named save_item."""
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
    operation = api.spec.to_dict()["paths"]["/items/{number}"]["post"]
    return f"flask-smorest: {operation.get('operationId', 'no operationId')}"


def django() -> str:
    """Read the operationId that django-ninja gives a view named save_item."""
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
    operation = api.get_openapi_schema()["paths"]["/api/items/{number}"]["post"]
    own_module = __name__.replace(".", "_")
    return f"django-ninja: {operation['operationId'].replace(own_module, 'MODULE')}"
