"""Upload a file of five bytes and read its name and size in the view."""


def fastapi() -> str:
    """Upload a file to a FastAPI route, then declare one while python-multipart is hidden."""
    import sys

    from fastapi import FastAPI, UploadFile
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.post("/")
    def save(file: UploadFile) -> str:
        return f"{file.filename}, {file.size} bytes"

    seen = TestClient(app).post("/", files={"file": ("a.txt", b"12345")}).json()
    sys.modules.update({"python_multipart": None, "multipart": None})
    try:
        app.post("/again")(save)
    except RuntimeError as error:
        return f"{seen}; without python-multipart {type(error).__name__}"
    return f"{seen}; without python-multipart too"


def flask() -> str:
    """Upload a file to a Flask view."""
    from io import BytesIO

    from flask import Flask, request

    app = Flask(__name__)

    @app.post("/")
    def save() -> str:
        file = request.files["file"]
        return f"{file.filename}, {len(file.read())} bytes"

    return app.test_client().post("/", data={"file": (BytesIO(b"12345"), "a.txt")}).text


def django() -> str:
    """Upload a file to a Django view."""
    import django
    from django.conf import settings
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> HttpResponse:
        file = request.FILES["file"]
        return HttpResponse(f"{file.name}, {file.size} bytes")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", save),))
    django.setup()
    return Client().post("/", {"file": SimpleUploadedFile("a.txt", b"12345")}).text
