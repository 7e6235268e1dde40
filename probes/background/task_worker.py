"""Queue a job, start a worker, and see who runs it."""

from pathlib import Path
from typing import Any

JOBS = """
from django.tasks import task

@task
def double(number):
    return number * 2
"""


def queue() -> Any:
    """Return a Celery application with one task, its broker in memory."""
    from celery import Celery

    jobs = Celery("jobs", broker="memory://", backend="cache+memory://")
    jobs.set_default()

    @jobs.task(name="double")
    def double(number: int) -> int:
        return number * 2

    return jobs


def before_and_after_worker(jobs: Any, identifier: str) -> str:
    """Read a job's state, run a Celery worker, and read its state and result again."""
    from threading import Thread

    job = jobs.AsyncResult(identifier)
    before = job.state
    Thread(target=jobs.WorkController(pool="solo").start, daemon=True).start()
    # The worker shares this process, so Celery would take this for a wait inside a task.
    result = job.get(timeout=20, disable_sync_subtasks=False)
    return f"Celery: {before}, with a worker {job.state} {result}"


def fastapi() -> str:
    """Queue a Celery job from a FastAPI route and then start a Celery worker."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()
    jobs = queue()

    @app.post("/")
    def start() -> str:
        return jobs.tasks["double"].delay(21).id

    return before_and_after_worker(jobs, TestClient(app).post("/").json())


def flask() -> str:
    """Queue a Celery job from a Flask view and then start a Celery worker."""
    from flask import Flask

    app = Flask(__name__)
    jobs = queue()

    @app.post("/")
    def start() -> str:
        return jobs.tasks["double"].delay(21).id

    return before_and_after_worker(jobs, app.test_client().post("/").text)


def django(tmp_path: Path) -> str:
    """Look for a worker among Django's commands, then run the one of django-tasks-db."""
    import sys

    import django
    from django.conf import settings
    from django.core.management import call_command, get_commands

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django_tasks_db"],
        TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
    )
    django.setup()
    call_command("migrate", verbosity=0)
    (tmp_path / "jobs.py").write_text(JOBS)
    sys.path.insert(0, str(tmp_path))
    from jobs import double

    commands = get_commands().items()
    own = [name for name, app in commands if "worker" in name and app.startswith("django.")]
    result = double.enqueue(21)
    before = result.status
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
    result.refresh()
    return f"{len(own)} worker commands; db_worker: {before}, then {result.status}"
