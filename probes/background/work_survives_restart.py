"""Accept work in a web process, kill that process, and see whether the work is still done."""

import signal
from pathlib import Path
from typing import Any

JOBS = """
from pathlib import Path
from django.tasks import task

@task
def note(text):
    Path("note.txt").write_text(text)
"""


def queue() -> Any:
    """Return a Celery application that keeps its messages in files of the current folder."""
    from celery import Celery

    app = Celery("jobs", broker="filesystem://")
    app.conf.broker_transport_options = {
        "data_folder_in": "queue",
        "data_folder_out": "queue",
        "control_folder": "queue",
        "polling_interval": 0.05,
    }

    @app.task(name="note")
    def note(text: str) -> None:
        Path("note.txt").write_text(text)

    return app


def slow_work() -> None:
    """Be work that needs longer than the process will live."""
    import time

    time.sleep(30)
    Path("slow.txt").write_text("done")


def kill_after_accepting(running: Any) -> None:
    """Ask a server for its work and kill it at once."""
    import httpx

    with running as server:
        httpx.get(server.url).raise_for_status()
        server.stop(signal.SIGKILL)


def fate(file: Path) -> str:
    """Tell whether work left its file."""
    return "done" if file.exists() else "lost"


def run_celery_worker(folder: Path) -> str:
    """Run a Celery worker on the queue that the killed process left behind."""
    import os
    import time
    from threading import Thread

    os.chdir(folder)
    Thread(target=queue().WorkController(pool="solo").start, daemon=True).start()
    deadline = time.monotonic() + 20
    while not Path("note.txt").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    return fate(Path("note.txt"))


def fastapi_app() -> Any:
    """Return an application that hands work to BackgroundTasks and to Celery."""
    from fastapi import BackgroundTasks, FastAPI

    app = FastAPI()
    jobs = queue()

    @app.get("/")
    def start(tasks: BackgroundTasks) -> str:
        tasks.add_task(slow_work)
        jobs.tasks["note"].delay("from FastAPI")
        return "accepted"

    return app


def fastapi(serve: Any, tmp_path: Path) -> str:
    """Kill Uvicorn after it accepted a background task and queued a Celery task."""
    (tmp_path / "queue").mkdir()
    kill_after_accepting(serve.uvicorn(fastapi_app))
    celery = run_celery_worker(tmp_path)
    return f"BackgroundTasks: {fate(tmp_path / 'slow.txt')}; Celery: {celery}"


def flask_app() -> Any:
    """Return an application that hands work to a thread and to Celery."""
    from threading import Thread

    from flask import Flask

    app = Flask(__name__)
    jobs = queue()

    @app.get("/")
    def start() -> str:
        Thread(target=slow_work).start()
        jobs.tasks["note"].delay("from Flask")
        return "accepted"

    return app


def flask(serve: Any, tmp_path: Path) -> str:
    """Kill the one process of `flask run` after it started a thread and queued a Celery task."""
    (tmp_path / "queue").mkdir()
    target = f"--app={flask_app.__module__}:flask_app"
    kill_after_accepting(serve.command("-m", "flask", target, "run", "--port={port}"))
    celery = run_celery_worker(tmp_path)
    return f"thread: {fate(tmp_path / 'slow.txt')}; Celery: {celery}"


def django_app() -> Any:
    """Return an application that enqueues a task in the database of the current folder."""
    import django
    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def start(request: HttpRequest) -> HttpResponse:
        from jobs import note

        note.enqueue("from Django")
        return HttpResponse("accepted")

    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}},
        INSTALLED_APPS=["django_tasks_db"],
        MIDDLEWARE=[],
        ROOT_URLCONF=(path("", start),),
        TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
    )
    django.setup()
    return get_asgi_application()


def django(serve: Any, tmp_path: Path) -> str:
    """Kill Uvicorn after it enqueued a task with django-tasks-db, then run a worker."""
    import os
    import sys

    from django.core.management import call_command

    (tmp_path / "jobs.py").write_text(JOBS)
    os.chdir(tmp_path)
    sys.path.insert(0, str(tmp_path))
    django_app()
    call_command("migrate", verbosity=0)
    kill_after_accepting(serve.uvicorn(django_app))
    waiting = not Path("note.txt").exists()
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
    return f"django-tasks-db: {'waiting, then ' if waiting else ''}{fate(Path('note.txt'))}"
