"""Return two records as JSON Lines and read the content type and the lines."""


def fastapi() -> str:
    """Yield two models from a FastAPI handler."""
    from collections.abc import Iterator

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class Item(BaseModel):
        name: str

    app = FastAPI()

    @app.get("/")
    def items() -> Iterator[Item]:
        yield Item(name="bolt")
        yield Item(name="nut")

    answer = TestClient(app).get("/")
    return f"{answer.headers['content-type']}, {len(answer.text.splitlines())} lines"


def flask() -> str:
    """Yield two lines from a Flask view, each made by json.dumps()."""
    import json
    from collections.abc import Iterator

    from flask import Flask, Response

    app = Flask(__name__)

    def lines() -> Iterator[str]:
        yield json.dumps({"name": "bolt"}) + "\n"
        yield json.dumps({"name": "nut"}) + "\n"

    @app.get("/")
    def items() -> Response:
        return Response(lines(), content_type="application/jsonl")

    answer = app.test_client().get("/")
    return f"{answer.content_type}, {len(answer.text.splitlines())} lines"


def django() -> str:
    """Yield two lines from a Django view, each made by json.dumps()."""
    import json
    from collections.abc import Iterator

    import django
    from django.conf import settings
    from django.http import HttpRequest, StreamingHttpResponse
    from django.test import Client
    from django.urls import path

    def lines() -> Iterator[str]:
        yield json.dumps({"name": "bolt"}) + "\n"
        yield json.dumps({"name": "nut"}) + "\n"

    def items(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(lines(), content_type="application/jsonl")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", items),))
    django.setup()
    answer = Client().get("/")
    return f"{answer['Content-Type']}, {len(answer.getvalue().splitlines())} lines"
