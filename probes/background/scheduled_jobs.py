"""Ask for a job that runs by the clock and wait until it has run."""

from pathlib import Path

JOBS = """
from django.tasks import task

@task
def report():
    return "ready"
"""


def fastapi() -> str:
    """Start APScheduler in the lifespan of an application and wait for two runs of a job."""
    from collections.abc import AsyncIterator
    from contextlib import asynccontextmanager
    from queue import Queue

    from apscheduler.schedulers.asyncio import AsyncIOScheduler
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    runs: Queue[str] = Queue()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        scheduler = AsyncIOScheduler()
        scheduler.add_job(runs.put, "interval", ["run"], seconds=0.1)
        scheduler.start()
        yield
        scheduler.shutdown()

    with TestClient(FastAPI(lifespan=lifespan)):
        seen = [runs.get(timeout=10), runs.get(timeout=10)]
    return f"APScheduler: {len(seen)} runs"


def flask() -> str:
    """Start APScheduler beside an application and wait for two runs of a job."""
    from queue import Queue

    from apscheduler.schedulers.background import BackgroundScheduler
    from flask import Flask

    app = Flask(__name__)
    runs: Queue[str] = Queue()

    def job() -> None:
        with app.app_context():
            runs.put(app.name)

    scheduler = BackgroundScheduler()
    scheduler.add_job(job, "interval", seconds=0.1)
    scheduler.start()
    seen = [runs.get(timeout=10), runs.get(timeout=10)]
    scheduler.shutdown()
    return f"APScheduler: {len(seen)} runs"


def django(tmp_path: Path) -> str:
    """Ask the default task backend for a later run, then let Celery beat run a job twice."""
    import sys
    from datetime import timedelta
    from queue import Queue
    from threading import Thread

    from celery import Celery
    from celery.beat import Service
    from django.conf import settings
    from django.tasks.exceptions import InvalidTask
    from django.utils import timezone

    settings.configure()
    (tmp_path / "jobs.py").write_text(JOBS)
    sys.path.insert(0, str(tmp_path))
    from jobs import report

    try:
        report.using(run_after=timezone.now() + timedelta(hours=1)).enqueue()
    except InvalidTask as error:
        refusal = type(error).__name__

    runs: Queue[str] = Queue()
    jobs = Celery("jobs", broker="memory://")

    @jobs.task(name="tick")
    def tick() -> None:
        runs.put("run")

    jobs.conf.beat_schedule = {"tick": {"task": "tick", "schedule": 0.1}}
    jobs.conf.beat_max_loop_interval = 0.1
    beat = Service(jobs, schedule_filename=str(tmp_path / "beat"))
    Thread(target=jobs.WorkController(pool="solo").start, daemon=True).start()
    Thread(target=beat.start, kwargs={"embedded_process": True}, daemon=True).start()
    seen = [runs.get(timeout=20), runs.get(timeout=20)]
    return f"run_after: {refusal}; Celery beat: {len(seen)} runs"
