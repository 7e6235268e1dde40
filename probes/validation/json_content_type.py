"""Post valid JSON with the content type text/plain and with none."""


def fastapi() -> str:
    """Post JSON to a FastAPI route with the wrong type and with none, strict and not."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    def statuses(strict: bool) -> str:
        app = FastAPI(strict_content_type=strict)

        @app.post("/")
        def save(item: dict) -> dict:
            return item

        client = TestClient(app)
        wrong = client.post("/", content='{"a": 1}', headers={"Content-Type": "text/plain"})
        absent = client.post("/", content='{"a": 1}')
        return f"text/plain {wrong.status_code}; none {absent.status_code}"

    return f"{statuses(strict=True)}; not strict: {statuses(strict=False)}"


def flask() -> str:
    """Post JSON to a Flask view that calls get_json(), with the wrong type and with none."""
    from flask import Flask, request

    app = Flask(__name__)

    @app.post("/")
    def save() -> dict:
        return request.get_json()

    client = app.test_client()
    wrong = client.post("/", data='{"a": 1}', content_type="text/plain")
    absent = client.post("/", data='{"a": 1}')
    return f"text/plain {wrong.status_code}; none {absent.status_code}"


def django() -> str:
    """Post JSON to a Django view that calls json.loads(), with the wrong type and with none."""
    import json

    import django
    from django.conf import settings
    from django.http import HttpRequest, JsonResponse
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> JsonResponse:
        return JsonResponse(json.loads(request.body))

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", save),))
    django.setup()
    wrong, absent = (
        Client().post("/", '{"a": 1}', content_type=kind).status_code for kind in ("text/plain", "")
    )
    return f"text/plain {wrong}; none {absent}"
