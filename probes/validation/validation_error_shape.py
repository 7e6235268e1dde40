"""Replace the answer to a failed validation for the whole application."""


def fastapi() -> str:
    """Register a FastAPI handler for RequestValidationError that answers 400."""
    from fastapi import FastAPI, Request
    from fastapi.exceptions import RequestValidationError
    from fastapi.responses import JSONResponse
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.exception_handler(RequestValidationError)
    def refuse(request: Request, error: RequestValidationError) -> JSONResponse:
        return JSONResponse({"wrong": len(error.errors())}, status_code=400)

    @app.get("/")
    def index(n: int) -> int:
        return n

    response = TestClient(app).get("/?n=abc")
    return f"{response.status_code} {response.json()['wrong']} wrong"


def flask() -> str:
    """Register a Flask error handler for 422, which flask-smorest raises, that answers 400."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, fields
    from werkzeug.exceptions import UnprocessableEntity

    class Query(Schema):
        n = fields.Integer()

    app = Flask(__name__)
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    shop = Blueprint("shop", __name__)

    @shop.get("/")
    @shop.arguments(Query, location="query")
    def index(query: dict) -> dict:
        return query

    Api(app).register_blueprint(shop)

    @app.errorhandler(422)
    def refuse(error: UnprocessableEntity) -> tuple[dict[str, int], int]:
        return {"wrong": len(error.data["messages"]["query"])}, 400

    response = app.test_client().get("/?n=abc")
    return f"with flask-smorest {response.status_code} {response.json['wrong']} wrong"


def refuse(error, context):
    """Answer 400 with the number of wrong fields, for DRF."""
    from rest_framework.response import Response

    return Response({"wrong": len(error.detail)}, status=400)


def django() -> str:
    """Name an exception handler in DRF's settings that answers 400."""
    import django
    from django.conf import settings
    from django.test import Client
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        REST_FRAMEWORK={
            "EXCEPTION_HANDLER": f"{__name__}.refuse",
            "UNAUTHENTICATED_USER": None,
        },
    )
    django.setup()
    from rest_framework import serializers
    from rest_framework.decorators import api_view
    from rest_framework.request import Request
    from rest_framework.response import Response

    class Query(serializers.Serializer):
        n = serializers.IntegerField()

    @api_view()
    def index(request: Request) -> Response:
        query = Query(data=request.GET)
        query.is_valid(raise_exception=True)
        return Response(query.data)

    settings.ROOT_URLCONF = (path("", index),)
    response = Client().get("/?n=abc", headers={"accept": "application/json"})
    return f"with DRF {response.status_code} {response.json()['wrong']} wrong"
