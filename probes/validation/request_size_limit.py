"""Post a body of 3 MB with the defaults, then with the framework's limit set lower."""


def fastapi() -> str:
    """Post 3 MB to a FastAPI app, then to one with max_body_size=1000."""
    from fastapi import Body, FastAPI
    from fastapi.testclient import TestClient

    def status(**options: int) -> int:
        app = FastAPI(**options)

        @app.post("/")
        def save(text: str = Body()) -> int:
            return len(text)

        return TestClient(app).post("/", json="x" * 3_000_000).status_code

    return f"3 MB {status()}; with max_body_size {status(max_body_size=1000)}"


def flask() -> str:
    """Post 3 MB to a Flask app, then to one with MAX_CONTENT_LENGTH=1000."""
    from flask import Flask, request

    def status(limit: int | None) -> int:
        app = Flask(__name__)
        if limit:
            app.config["MAX_CONTENT_LENGTH"] = limit
        app.add_url_rule("/", view_func=lambda: str(len(request.get_data())), methods=["POST"])
        return app.test_client().post("/", data=b"x" * 3_000_000).status_code

    return f"3 MB {status(None)}; with MAX_CONTENT_LENGTH {status(1000)}"


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
