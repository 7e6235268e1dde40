"""Return a record with a password from a view that promises a name."""


def fastapi() -> str:
    """Return a record with a password from a FastAPI route with a return type."""
    from typing import Any

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class User(BaseModel):
        name: str

    app = FastAPI()

    @app.get("/", response_model=User)
    def user() -> Any:
        return {"name": "ann", "password": "x"}

    return "keys sent: " + ", ".join(TestClient(app).get("/").json())


def flask() -> str:
    """Return a record with a password from a bare Flask view and through flask-smorest."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields

    class User(Schema):
        name = fields.String()

    app = Flask(__name__)
    app.config.update(API_TITLE="Users", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    users = Blueprint("users", __name__)

    @app.get("/bare")
    def bare_user() -> dict:
        return {"name": "ann", "password": "x"}

    @users.get("/checked")
    @users.response(200, User)
    def user() -> dict:
        return {"name": "ann", "password": "x"}

    Api(app).register_blueprint(users)
    bare, checked = (", ".join(app.test_client().get(p).json) for p in ("/bare", "/checked"))
    return f"keys sent: {bare}; with flask-smorest: {checked}"


def django() -> str:
    """Return a record with a password from a bare Django view and through a DRF serializer."""
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

    class User(serializers.Serializer):
        name = serializers.CharField()

    def bare_user(request: HttpRequest) -> JsonResponse:
        return JsonResponse({"name": "ann", "password": "x"})

    @api_view()
    def user(request: Request) -> Response:
        return Response(User({"name": "ann", "password": "x"}).data)

    settings.ROOT_URLCONF = (path("bare", bare_user), path("checked", user))
    headers = {"accept": "application/json"}
    bare, checked = (
        ", ".join(Client().get(address, headers=headers).json())
        for address in ("/bare", "/checked")
    )
    return f"keys sent: {bare}; with DRF: {checked}"
