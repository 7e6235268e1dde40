"""Read which of seven security headers a new application sends with a page."""

from pathlib import Path

HEADERS = {
    "content-security-policy": "CSP",
    "cross-origin-opener-policy": "COOP",
    "permissions-policy": "PP",
    "referrer-policy": "RP",
    "strict-transport-security": "HSTS",
    "x-content-type-options": "XCTO",
    "x-frame-options": "XFO",
}


def fastapi() -> str:
    """Ask a new FastAPI application over HTTPS, bare and then behind the secure package."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from secure import Secure
    from secure.middleware import SecureASGIMiddleware

    def sent(guard: bool) -> str:
        app = FastAPI()
        app.add_api_route("/", lambda: "page")
        if guard:
            app.add_middleware(SecureASGIMiddleware, secure=Secure.with_default_headers())
        answer = TestClient(app, base_url="https://testserver").get("/")
        return " ".join(short for name, short in HEADERS.items() if name in answer.headers)

    return f"{sent(guard=False) or 'none'}; with secure {sent(guard=True)}"


def flask() -> str:
    """Ask a new Flask application over HTTPS, bare and then behind Flask-Talisman."""
    from flask import Flask
    from flask_talisman import Talisman

    def sent(guard: bool) -> str:
        app = Flask(__name__)
        app.add_url_rule("/", view_func=lambda: "page", endpoint="page")
        if guard:
            Talisman(app)
        answer = app.test_client().get("/", base_url="https://localhost")
        return " ".join(short for name, short in HEADERS.items() if name in answer.headers)

    return f"{sent(guard=False) or 'none'}; with Flask-Talisman {sent(guard=True)}"


def django(tmp_path: Path) -> str:
    """Ask the start page of a project that startproject wrote, over HTTPS."""
    import os
    import subprocess
    import sys

    import django
    from django.test import Client

    new_project = [sys.executable, "-m", "django", "startproject", "config", "."]
    subprocess.run(new_project, cwd=tmp_path, check=True)
    sys.path.insert(0, str(tmp_path))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    answer = Client(headers={"host": "localhost"}).get("/", secure=True)
    return " ".join(short for name, short in HEADERS.items() if name in answer.headers)
