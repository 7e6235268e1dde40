"""Post a body of 3 MB with the defaults, then with the framework's limit set lower."""


def fastapi() -> str:
    """Post 3 MB to a FastAPI app, then a body and a file to one with max_body_size=1000."""
    from fastapi import Body, FastAPI, UploadFile
    from fastapi.testclient import TestClient

    def client(**options: int) -> TestClient:
        app = FastAPI(**options)

        @app.post("/")
        def save(text: str = Body()) -> int:
            return len(text)

        @app.post("/upload")
        def upload(file: UploadFile) -> int | None:
            return file.size

        return TestClient(app)

    free = client().post("/", json="x" * 3_000_000).status_code
    limited = client(max_body_size=1000)
    body = limited.post("/", json="x" * 3_000_000).status_code
    file = limited.post("/upload", files={"file": bytes(3_000_000)}).status_code
    return f"3 MB {free}; with max_body_size {body}, file {file}"


def flask() -> str:
    """Post 3 MB to a Flask app, then a body and a file to one with MAX_CONTENT_LENGTH=1000."""
    from io import BytesIO

    from flask import Flask, request
    from flask.testing import FlaskClient

    def client(limit: int | None) -> FlaskClient:
        app = Flask(__name__)
        app.config["MAX_CONTENT_LENGTH"] = limit
        app.add_url_rule("/", view_func=lambda: str(len(request.get_data())), methods=["POST"])
        app.add_url_rule("/upload", "upload", lambda: str(len(request.files)), methods=["POST"])
        return app.test_client()

    free = client(None).post("/", data=b"x" * 3_000_000).status_code
    body = client(1000).post("/", data=b"x" * 3_000_000).status_code
    sent = {"file": (BytesIO(bytes(3_000_000)), "a.bin")}
    file = client(1000).post("/upload", data=sent).status_code
    return f"3 MB {free}; with MAX_CONTENT_LENGTH {body}, file {file}"


def django() -> str:
    """Post 2 MB and 3 MB to a Django view that reads request.body, then 3 MB as a file."""
    import logging

    import django
    from django.conf import settings
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(len(request.body)))

    def upload(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(request.FILES["file"].size))

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("", save), path("upload", upload)),
    )
    django.setup()
    logging.disable()
    two, three = (
        Client().post("/", b"x" * size, "application/octet-stream").status_code
        for size in (2_000_000, 3_000_000)
    )
    file = SimpleUploadedFile("a.bin", b"x" * 3_000_000)
    as_file = Client().post("/upload", {"file": file}).status_code
    return f"2 MB {two}; 3 MB {three}; 3 MB file {as_file}"
