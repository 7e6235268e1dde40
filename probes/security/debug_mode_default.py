"""Raise an error in an application that nobody told whether it is in production."""

from pathlib import Path


def fastapi() -> str:
    """Raise an error in a new application and look for the traceback in the answer."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    def find_shelf() -> float:
        return 1 / 0

    response = TestClient(app, raise_server_exceptions=False).get("/")
    shown = "traceback" if "find_shelf" in response.text else "no traceback"
    return f"debug is {app.debug}; {response.status_code}, {shown}"


def flask() -> str:
    """Raise an error in a new application and look for the traceback in the answer."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def find_shelf() -> str:
        return str(1 / 0)

    response = app.test_client().get("/")
    shown = "traceback" if "find_shelf" in response.text else "no traceback"
    return f"debug is {app.debug}; {response.status_code}, {shown}"


def django(tmp_path: Path) -> str:
    """Read DEBUG from Django's defaults, then raise an error in a new project."""
    import subprocess
    import sys

    from django.conf import global_settings
    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    urls = tmp_path / "shop" / "urls.py"
    urls.write_text(
        "from django.urls import path\n"
        "def find_shelf(request): return 1 / 0\n"
        "urlpatterns = [path('', find_shelf)]\n"
    )
    code = (
        "from django.test import Client\n"
        "response = Client(raise_request_exception=False).get('/', SERVER_NAME='localhost')\n"
        "print(response.status_code, 'find_shelf' in response.text)\n"
    )
    shell = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", code],
        capture_output=True, text=True, cwd=tmp_path, check=True,
    )  # fmt: skip
    status, shown = shell.stdout.split()
    words = "traceback" if shown == "True" else "no traceback"
    return f"default {global_settings.DEBUG}; startproject: {status}, {words}"
