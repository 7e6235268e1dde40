"""Post half a JSON document and read the status and the content type of the answer."""


def fastapi() -> str:
    """Post half a JSON document to a FastAPI route that expects an object."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.post("/")
    def save(item: dict) -> dict:
        return item

    headers = {"Content-Type": "application/json"}
    response = TestClient(app).post("/", content='{"a": ', headers=headers)
    return f"{response.status_code} {response.headers['Content-Type']}"


def flask() -> str:
    """Post half a JSON document to a Flask view that calls get_json()."""
    from flask import Flask, request

    app = Flask(__name__)

    @app.post("/")
    def save() -> dict:
        return request.get_json()

    response = app.test_client().post("/", data='{"a": ', content_type="application/json")
    return f"{response.status_code} {response.mimetype}"


def django() -> str:
    """Post half a JSON document to a Django view that calls json.loads()."""
    import json
    import logging

    import django
    from django.conf import settings
    from django.http import HttpRequest, JsonResponse
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> JsonResponse:
        return JsonResponse(json.loads(request.body))

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", save),))
    django.setup()
    logging.disable()
    client = Client(raise_request_exception=False)
    response = client.post("/", '{"a": ', content_type="application/json")
    return f"{response.status_code} {response.headers['Content-Type'].split(';')[0]}"
