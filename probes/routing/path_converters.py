"""List the converters for path parameters and use one of our own."""


def fastapi() -> str:
    """List Starlette's converters and use an Enum as a FastAPI path parameter."""
    from enum import StrEnum

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from starlette.convertors import CONVERTOR_TYPES

    class Color(StrEnum):
        RED = "red"

    app = FastAPI()

    @app.get("/{color}")
    def show(color: Color) -> str:
        return color

    client = TestClient(app)
    statuses = [client.get(address).status_code for address in ("/red", "/blue")]
    return f"{' '.join(sorted(CONVERTOR_TYPES))}; an Enum: red {statuses[0]}, blue {statuses[1]}"


def flask() -> str:
    """List a Flask app's converters and use the one that takes a list of words."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/<any(red):color>")
    def show(color: str) -> str:
        return color

    client = app.test_client()
    statuses = [client.get(address).status_code for address in ("/red", "/blue")]
    names = sorted(set(app.url_map.converters) - {"default"})
    return f"{' '.join(names)}; any(red): red {statuses[0]}, blue {statuses[1]}"


def django() -> str:
    """List Django's converters and register one of our own."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path, register_converter
    from django.urls.converters import DEFAULT_CONVERTERS, StringConverter

    class Color(StringConverter):
        regex = "red"

    def show(request: HttpRequest, color: str) -> HttpResponse:
        return HttpResponse(color)

    register_converter(Color, "color")
    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("<color:color>", show),))
    django.setup()
    statuses = [Client().get(address).status_code for address in ("/red", "/blue")]
    names = " ".join(sorted(DEFAULT_CONVERTERS))
    return f"{names}; one of our own: red {statuses[0]}, blue {statuses[1]}"
