"""Tell the server to stop while it works on a request, and see what the client gets."""

import threading
import time
from pathlib import Path
from typing import Any


def stop_during_request(running: Any, folder: Path) -> str:
    """Start a request, wait until the view runs, send SIGTERM, and read the answer."""
    import httpx

    answers: list[str] = []

    def ask(url: str) -> None:
        try:
            answers.append(str(httpx.get(url, timeout=20).status_code))
        except httpx.TransportError:
            answers.append("cut off")

    with running as server:
        request = threading.Thread(target=ask, args=(server.url,))
        request.start()
        while not (folder / "started").exists():
            time.sleep(0.02)
        server.stop()
        request.join()
    return answers[0]


def work() -> None:
    """Tell that the view runs and need a second for it."""
    Path("started").touch()
    time.sleep(1)


def fastapi_app() -> Any:
    """Return an application whose route needs a second."""
    from fastapi import FastAPI

    app = FastAPI()
    app.add_api_route("/", work)
    return app


def fastapi(serve: Any, tmp_path: Path) -> str:
    """Stop Uvicorn during a request."""
    return f"Uvicorn: {stop_during_request(serve.uvicorn(fastapi_app), tmp_path)}"


def flask_app() -> Any:
    """Return an application whose view needs a second."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    def show() -> str:
        work()
        return "ok"

    return app


def flask(serve: Any, tmp_path: Path) -> str:
    """Stop Gunicorn during a request, then the development server."""
    gunicorn = stop_during_request(serve.gunicorn(flask_app), tmp_path)
    (tmp_path / "started").unlink()
    target = f"--app={flask_app.__module__}:flask_app"
    own = serve.command("-m", "flask", target, "run", "--port={port}")
    return f"Gunicorn: {gunicorn}; flask run: {stop_during_request(own, tmp_path)}"


def django_app() -> Any:
    """Return an application whose view needs a second."""
    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def show(request: HttpRequest) -> HttpResponse:
        work()
        return HttpResponse("ok")

    settings.configure(ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], ROOT_URLCONF=(path("", show),))
    django.setup()
    return get_wsgi_application()


def django(serve: Any, tmp_path: Path) -> str:
    """Stop Gunicorn during a request."""
    return f"Gunicorn: {stop_during_request(serve.gunicorn(django_app), tmp_path)}"
