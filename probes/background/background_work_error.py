"""Let background work fail and see what the client, the next task and the log get to know."""

from pathlib import Path
from typing import Any

JOBS = """
from django.tasks import task

@task
def fail():
    raise ValueError("boom")
"""


def fastapi_app() -> Any:
    """Return an application whose first background task fails and whose second would not."""
    from fastapi import BackgroundTasks, FastAPI

    app = FastAPI()
    finished: list[str] = []

    def fail() -> None:
        raise ValueError("boom")

    @app.get("/")
    def start(tasks: BackgroundTasks) -> str:
        tasks.add_task(fail)
        tasks.add_task(finished.append, "second")
        return "accepted"

    app.add_api_route("/finished", lambda: len(finished))
    return app


def fastapi(serve: Any) -> str:
    """Add a failing and a good background task, then read the status, the log and a counter."""
    import httpx

    with serve.uvicorn(fastapi_app) as server:
        status = httpx.get(server.url).status_code
        second = httpx.get(f"{server.url}/finished").text
        logged = "logged" if "ValueError: boom" in server.log() else "not logged"
    return f"{status}; {logged}; next tasks run: {second}"


def flask_app() -> Any:
    """Return an application whose work after the response fails."""
    from flask import Flask, Response

    app = Flask(__name__)
    finished: list[str] = []

    def fail() -> None:
        raise ValueError("boom")

    @app.get("/")
    def start() -> Response:
        response = Response("accepted")
        response.call_on_close(fail)
        response.call_on_close(lambda: finished.append("second"))
        return response

    app.add_url_rule("/finished", view_func=lambda: str(len(finished)))
    return app


def flask(serve: Any) -> str:
    """Add a failing and a good call_on_close(), then read the status, the log and a counter."""
    import httpx

    with serve.gunicorn(flask_app, "--threads=4") as server:
        status = httpx.get(server.url).status_code
        second = httpx.get(f"{server.url}/finished").text
        logged = "logged" if "ValueError: boom" in server.log() else "not logged"
    return f"{status}; {logged}; next tasks run: {second}"


def django(tmp_path: Path) -> str:
    """Enqueue a failing task on the default backend in a view and read what is kept of it."""
    import sys

    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    (tmp_path / "jobs.py").write_text(JOBS)
    sys.path.insert(0, str(tmp_path))

    def start(request: HttpRequest) -> HttpResponse:
        from jobs import fail

        result = fail.enqueue()
        return HttpResponse(f"{result.status}; {result.errors[0].exception_class.__name__} kept")

    settings.configure(ALLOWED_HOSTS=["testserver"], MIDDLEWARE=[], ROOT_URLCONF=(path("", start),))
    response = Client().get("/")
    return f"{response.status_code}; {response.text}"
