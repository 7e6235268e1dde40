"""Post JSON whose price is a word to a view that expects a number."""


def fastapi() -> str:
    """Post a wrong price to a FastAPI route whose body is a Pydantic model."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class Item(BaseModel):
        price: float

    app = FastAPI()

    @app.post("/")
    def save(item: Item) -> Item:
        return item

    return str(TestClient(app).post("/", json={"price": "cheap"}).status_code)


def flask() -> str:
    """Post a wrong price to a bare Flask view and to one with a flask-smorest schema."""
    from flask import Flask, request
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields

    class Item(Schema):
        price = fields.Float(required=True)

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    shop = Blueprint("shop", __name__)

    @app.post("/bare")
    def save_bare() -> dict:
        return request.get_json()

    @shop.post("/checked")
    @shop.arguments(Item)
    def save(item: dict) -> dict:
        return item

    Api(app).register_blueprint(shop)
    bare, checked = (
        app.test_client().post(path, json={"price": "cheap"}).status_code
        for path in ("/bare", "/checked")
    )
    return f"{bare}; with flask-smorest {checked}"


def django() -> str:
    """Post a wrong price to a bare Django view and to one with a DRF serializer."""
    import json

    import django
    from django.conf import settings
    from django.http import HttpRequest, JsonResponse
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

    def save_bare(request: HttpRequest) -> JsonResponse:
        return JsonResponse(json.loads(request.body))

    @api_view(["POST"])
    def save(request: Request) -> Response:
        item = Item(data=request.data)
        item.is_valid(raise_exception=True)
        return Response(item.data)

    settings.ROOT_URLCONF = (path("bare", save_bare), path("checked", save))
    bare, checked = (
        Client().post(address, {"price": "cheap"}, "application/json").status_code
        for address in ("/bare", "/checked")
    )
    return f"{bare}; with DRF {checked}"
