"""Send a body of 5 MB under the default settings, then with a limit of 1 MB where there is one."""

SIZE = 5_000_000


def fastapi() -> str:
    """Upload to a FastAPI route without and with max_body_size."""
    from fastapi import FastAPI, UploadFile
    from fastapi.testclient import TestClient

    def status(limit: int | None) -> int:
        app = FastAPI(max_body_size=limit)

        @app.post("/")
        def save(file: UploadFile) -> int | None:
            return file.size

        return TestClient(app).post("/", files={"file": bytes(SIZE)}).status_code

    return f"{status(limit=None)}; with max_body_size {status(limit=1_000_000)}"


def flask() -> str:
    """Upload to a Flask view without and with MAX_CONTENT_LENGTH."""
    from io import BytesIO

    from flask import Flask, request

    app = Flask(__name__)

    @app.post("/")
    def save() -> str:
        return request.files["file"].filename or ""

    def status(limit: int | None) -> int:
        app.config["MAX_CONTENT_LENGTH"] = limit
        upload = {"file": (BytesIO(bytes(SIZE)), "big.bin")}
        return app.test_client().post("/", data=upload).status_code

    return f"{status(limit=None)}; with MAX_CONTENT_LENGTH {status(limit=1_000_000)}"


def django() -> str:
    """Send a JSON body, then a file, to Django views under the default settings."""
    import django
    from django.conf import settings
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def read(request: HttpRequest) -> HttpResponse:
        return HttpResponse(len(request.body))

    def save(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.FILES["file"].size)

    settings.configure(
        ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("json", read), path("file", save))
    )
    django.setup()
    json = Client().post("/json", bytes(SIZE), "application/json").status_code
    upload = {"file": SimpleUploadedFile("big.bin", bytes(SIZE))}
    return f"JSON {json}; file {Client().post('/file', upload).status_code}"
