"""Serve the same application through an ASGI server and through a WSGI server."""

from pathlib import Path
from typing import Any


def status(running: Any) -> int:
    """Ask a running server for its first page."""
    import httpx

    with running as server:
        return httpx.get(server.url, timeout=30).status_code


def fastapi_app() -> Any:
    """Return a FastAPI application with one route."""
    from fastapi import FastAPI

    app = FastAPI()
    app.add_api_route("/", lambda: "ok")
    return app


def fastapi(serve: Any) -> str:
    """Serve a FastAPI application with Uvicorn, then with Gunicorn as if it were WSGI."""
    asgi, wsgi = serve.uvicorn(fastapi_app), serve.gunicorn(fastapi_app)
    return f"ASGI: {status(asgi)}, WSGI: {status(wsgi)}"


def flask_app() -> Any:
    """Return a Flask application with one route."""
    from flask import Flask

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "ok")
    return app


def flask(serve: Any) -> str:
    """Serve a Flask application with Uvicorn as if it were ASGI, then with Gunicorn."""
    asgi, wsgi = serve.uvicorn(flask_app, "--interface=asgi3"), serve.gunicorn(flask_app)
    return f"ASGI: {status(asgi)}, WSGI: {status(wsgi)}"


def django(serve: Any, tmp_path: Path) -> str:
    """Serve the two entry points that startproject writes, each with its kind of server."""
    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    asgi = serve.command("-m", "uvicorn", "--port={port}", "shop.asgi:application")
    wsgi = serve.command("-m", "gunicorn", "--bind=127.0.0.1:{port}", "shop.wsgi")
    return f"ASGI: {status(asgi)}, WSGI: {status(wsgi)}"
