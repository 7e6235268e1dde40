"""Check a generated schema with openapi-spec-validator."""


def fastapi() -> str:
    """Validate the schema of a FastAPI application with one operation."""
    from fastapi import FastAPI
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from pydantic import BaseModel, Field

    class Item(BaseModel):
        name: str = Field(max_length=20)

    app = FastAPI()

    @app.post("/items/{number}")
    def save_item(number: int, item: Item) -> Item:
        return item

    errors = list(OpenAPIV31SpecValidator(app.openapi()).iter_errors())
    return f"{len(errors)} errors against OpenAPI 3.1"


def flask() -> str:
    """Validate the schema that flask-smorest makes of one operation."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields, validate
    from openapi_spec_validator import OpenAPIV31SpecValidator

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
    errors = list(OpenAPIV31SpecValidator(api.spec.to_dict()).iter_errors())
    return f"flask-smorest: {len(errors)} errors against OpenAPI 3.1"


def django() -> str:
    """Validate the schema that django-ninja makes of one operation."""
    import django
    from django.conf import settings
    from django.http import HttpRequest
    from django.test import Client
    from django.urls import path
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from pydantic import Field

    settings.configure(ALLOWED_HOSTS=["testserver"])
    django.setup()
    from ninja import NinjaAPI, Schema

    class Item(Schema):
        name: str = Field(max_length=20)

    api = NinjaAPI()

    @api.post("/items/{number}", response=Item)
    def save_item(request: HttpRequest, number: int, item: Item) -> Item:
        return item

    settings.ROOT_URLCONF = (path("api/", api.urls),)
    schema = Client().get("/api/openapi.json").json()
    errors = list(OpenAPIV31SpecValidator(schema).iter_errors())
    return f"django-ninja: {len(errors)} errors against OpenAPI 3.1"
