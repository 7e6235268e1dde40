"""Hand a job to a queue and look at what the caller gets back."""

from pathlib import Path

JOBS = """
from django.tasks import task

@task
def double(number):
    return number * 2
"""


def fastapi() -> str:
    """Hand a function to BackgroundTasks, then to a Celery queue that has no worker."""
    from celery import Celery
    from fastapi import BackgroundTasks

    jobs = Celery("jobs", broker="memory://", backend="cache+memory://")

    @jobs.task
    def double(number: int) -> int:
        return number * 2

    bare = BackgroundTasks().add_task(double, 21)
    return f"add_task() returns {bare}; Celery: {double.delay(21).state}"


def flask() -> str:
    """Hand a job from a Flask view to a Celery queue that has no worker."""
    from celery import Celery
    from flask import Flask

    app = Flask(__name__)
    jobs = Celery("jobs", broker="memory://", backend="cache+memory://")

    @jobs.task
    def double(number: int) -> int:
        return number * 2

    @app.post("/")
    def start() -> str:
        return double.delay(21).state

    return f"Celery: {app.test_client().post('/').text}"


def django(tmp_path: Path) -> str:
    """Enqueue a task on the default backend and read its state and its result at once."""
    import sys

    from django.conf import settings

    settings.configure()
    (tmp_path / "jobs.py").write_text(JOBS)
    sys.path.insert(0, str(tmp_path))
    from jobs import double

    result = double.enqueue(21)
    return f"enqueue() on the default backend: {result.status}, {result.return_value}"
