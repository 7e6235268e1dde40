"""Start background work in a view and look whether it is done when the test client returns."""

from pathlib import Path

JOBS = """
from django.tasks import task

finished = []

@task
def note(text):
    finished.append(text)
"""


def fastapi() -> str:
    """Add a background task and count right after TestClient returned."""
    from fastapi import BackgroundTasks, FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()
    finished: list[str] = []

    @app.post("/")
    def start(tasks: BackgroundTasks) -> None:
        tasks.add_task(finished.append, "done")

    TestClient(app).post("/")
    return f"{len(finished)} done"


def flask() -> str:
    """Use call_on_close(), count when the test client returned and when the response is closed."""
    from flask import Flask, Response

    app = Flask(__name__)
    finished: list[str] = []

    @app.post("/")
    def start() -> Response:
        response = Response("accepted")
        response.call_on_close(lambda: finished.append("done"))
        return response

    response = app.test_client().post("/")
    before = len(finished)
    response.close()
    return f"{before} done, {len(finished)} after response.close()"


def django(tmp_path: Path) -> str:
    """Enqueue a task on the default backend and on DummyBackend, and count."""
    import sys

    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.tasks import default_task_backend
    from django.test import Client, override_settings
    from django.urls import path

    (tmp_path / "jobs.py").write_text(JOBS)
    sys.path.insert(0, str(tmp_path))

    def start(request: HttpRequest) -> HttpResponse:
        from jobs import note

        note.enqueue("done")
        return HttpResponse("accepted")

    settings.configure(ALLOWED_HOSTS=["testserver"], MIDDLEWARE=[], ROOT_URLCONF=(path("", start),))
    Client().post("/")
    from jobs import finished

    dummy = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
    with override_settings(TASKS=dummy):
        Client().post("/")
        recorded = len(default_task_backend.results)
    return f"{len(finished)} done; DummyBackend: {recorded} recorded"
