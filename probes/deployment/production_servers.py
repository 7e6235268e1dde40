"""Serve one application with several production servers."""

from pathlib import Path
from typing import Any


def statuses(**servers: Any) -> str:
    """Ask each server for its first page and list the names by status."""
    import httpx

    found: dict[int, list[str]] = {}
    for name, running in servers.items():
        with running as server:
            found.setdefault(httpx.get(server.url).status_code, []).append(name)
    return "; ".join(f"{status} under {', '.join(names)}" for status, names in found.items())


def fastapi_app() -> Any:
    """Return a FastAPI application with one route."""
    from fastapi import FastAPI

    app = FastAPI()
    app.add_api_route("/", lambda: "ok")
    return app


def fastapi(serve: Any) -> str:
    """Serve a FastAPI application with three ASGI servers."""
    target = f"{fastapi_app.__module__}:fastapi_app()"
    return statuses(
        Uvicorn=serve.uvicorn(fastapi_app),
        Hypercorn=serve.command("-m", "hypercorn", "--bind=127.0.0.1:{port}", target),
        Granian=serve.granian(fastapi_app, "asgi"),
    )


def flask_app() -> Any:
    """Return a Flask application with one route."""
    from flask import Flask

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "ok")
    return app


def flask(serve: Any) -> str:
    """Serve a Flask application with three WSGI servers."""
    target = f"{flask_app.__module__}:flask_app"
    return statuses(
        Gunicorn=serve.gunicorn(flask_app),
        Waitress=serve.command("-m", "waitress", "--listen=127.0.0.1:{port}", "--call", target),
        Granian=serve.granian(flask_app, "wsgi"),
    )


def django(serve: Any, tmp_path: Path) -> str:
    """Serve a new project with a WSGI server, two ASGI servers and one that speaks both."""
    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    asgi = "shop.asgi:application"
    return statuses(
        Gunicorn=serve.command("-m", "gunicorn", "--bind=127.0.0.1:{port}", "shop.wsgi"),
        Uvicorn=serve.command("-m", "uvicorn", "--port={port}", asgi),
        Daphne=serve.command("-m", "daphne", "-p", "{port}", asgi),
        Granian=serve.command("-m", "granian", "--interface=asginl", "--port={port}", asgi),
    )
