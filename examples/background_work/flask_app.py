"""Send a letter after the answer, and leave a report to a queue with a worker of its own."""

import os
import time
from pathlib import Path
from typing import Any

from celery import Celery, Task, shared_task
from celery.result import AsyncResult
from flask import Flask, Response, current_app, jsonify, request

QUEUE = Path(os.environ.get("QUEUE", "queue")).absolute()


def celery_init_app(app: Flask) -> Celery:
    """Connect Celery with the application, as Flask's documentation shows it."""

    class FlaskTask(Task):
        def __call__(self, *args: Any, **kwargs: Any) -> Any:
            with app.app_context():
                return self.run(*args, **kwargs)

    jobs = Celery(app.name, task_cls=FlaskTask)
    jobs.config_from_object(app.config["CELERY"])
    jobs.set_default()
    app.extensions["celery"] = jobs
    return jobs


QUEUE.mkdir(exist_ok=True)
app = Flask(__name__)
app.config["OUTBOX"] = Path(os.environ.get("OUTBOX", "outbox.txt"))
app.config["CELERY"] = {
    "broker_url": "filesystem://",  # (1)!
    "broker_transport_options": {
        "data_folder_in": QUEUE,
        "data_folder_out": QUEUE,
        "control_folder": QUEUE / "control",
    },
    "result_backend": QUEUE.as_uri(),
}
jobs = celery_init_app(app)


def send_letter(outbox: Path, address: str) -> None:
    """Send a letter, which takes its time."""
    time.sleep(0.5)
    with outbox.open("a") as file:
        file.write(f"{address}\n")


@shared_task
def mean_length(text: str) -> float:
    """Return how many letters a word has."""
    words = text.split()
    return sum(len(word) for word in words) / len(words)


@app.post("/letters")
def write_letter() -> tuple[Response, int]:
    """Accept a letter and send it after the answer."""
    address = request.form["address"]
    outbox = current_app.config["OUTBOX"]
    answer = jsonify(accepted=address)
    answer.call_on_close(lambda: send_letter(outbox, address))  # (2)!
    return answer, 202


@app.post("/reports")
def order_report() -> tuple[dict[str, str], int]:
    """Put a report into the queue."""
    return {"id": mean_length.delay(request.form["text"]).id}, 202


@app.get("/reports/<report_id>")
def show_report(report_id: str) -> dict[str, Any]:
    """Tell how far a report is."""
    report = AsyncResult(report_id)
    return {"state": report.state, "letters": report.result if report.successful() else None}
