"""Send a file of ten bytes from a view and ask for the first four bytes of it."""

from pathlib import Path


def fastapi(tmp_path: Path) -> str:
    """Ask for the first bytes of a FastAPI FileResponse."""
    from fastapi import FastAPI
    from fastapi.responses import FileResponse
    from fastapi.testclient import TestClient

    file = tmp_path / "film.bin"
    file.write_bytes(b"0123456789")
    app = FastAPI()

    @app.get("/")
    def film() -> FileResponse:
        return FileResponse(file)

    response = TestClient(app).get("/", headers={"Range": "bytes=0-3"})
    return f"{response.status_code}, {len(response.content)} bytes"


def flask(tmp_path: Path) -> str:
    """Ask for the first bytes of a file that Flask's send_file() sends."""
    from flask import Flask, Response, send_file

    file = tmp_path / "film.bin"
    file.write_bytes(b"0123456789")
    app = Flask(__name__)

    @app.get("/")
    def film() -> Response:
        return send_file(file)

    response = app.test_client().get("/", headers={"Range": "bytes=0-3"})
    return f"{response.status_code}, {len(response.data)} bytes"


def django(tmp_path: Path) -> str:
    """Ask for the first bytes of a Django FileResponse."""
    import django
    from django.conf import settings
    from django.http import FileResponse, HttpRequest
    from django.test import Client
    from django.urls import path

    file = tmp_path / "film.bin"
    file.write_bytes(b"0123456789")

    def film(request: HttpRequest) -> FileResponse:
        return FileResponse(file.open("rb"))

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", film),))
    django.setup()
    response = Client().get("/", headers={"range": "bytes=0-3"})
    return f"{response.status_code}, {len(response.getvalue())} bytes"
