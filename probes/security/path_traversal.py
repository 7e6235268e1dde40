"""Ask the static folder for a file in the folder above it."""

from pathlib import Path

OUTSIDE = ("/static/%2e%2e/secret.txt", "/static/..%2fsecret.txt")
INSIDE = "/static/x/%2e%2e/site.css"


def fastapi(tmp_path: Path) -> str:
    """Ask StaticFiles for the file in two spellings, and for a file inside by a detour."""
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles
    from fastapi.testclient import TestClient

    (tmp_path / "secret.txt").write_text("hunter2")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("p {}")
    app = FastAPI()
    app.mount("/static", StaticFiles(directory=tmp_path / "static"))
    client = TestClient(app)
    refused = " ".join(str(client.get(path).status_code) for path in OUTSIDE)
    return f"{refused}; detour inside {client.get(INSIDE).status_code}"


def flask(tmp_path: Path) -> str:
    """Ask the static route for the file in two spellings, and for a file inside by a detour."""
    from flask import Flask

    (tmp_path / "secret.txt").write_text("hunter2")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("p {}")
    client = Flask(__name__, root_path=str(tmp_path)).test_client()
    refused = " ".join(str(client.get(path).status_code) for path in OUTSIDE)
    return f"{refused}; detour inside {client.get(INSIDE).status_code}"


def django(tmp_path: Path) -> str:
    """Ask the serve view for the file in two spellings, and for a file inside by a detour."""
    import django
    from django.conf import settings
    from django.test import Client
    from django.urls import path
    from django.views.static import serve

    (tmp_path / "secret.txt").write_text("hunter2")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("p {}")
    folder = {"document_root": tmp_path / "static"}
    settings.configure(
        ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("static/<path:path>", serve, folder),)
    )
    django.setup()
    refused = " ".join(str(Client().get(address).status_code) for address in OUTSIDE)
    return f"{refused}; detour inside {Client().get(INSIDE).status_code}"
