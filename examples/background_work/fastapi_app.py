"""Send a letter after the answer, and leave a report to a queue with a worker of its own."""

import os
import time
from pathlib import Path
from typing import Annotated, Any

from celery import Celery
from fastapi import BackgroundTasks, FastAPI, Form

OUTBOX = Path(os.environ.get("OUTBOX", "outbox.txt"))
QUEUE = Path(os.environ.get("QUEUE", "queue")).absolute()

QUEUE.mkdir(exist_ok=True)
jobs = Celery("jobs", broker="filesystem://", backend=QUEUE.as_uri())  # (1)!
jobs.conf.broker_transport_options = {
    "data_folder_in": QUEUE,
    "data_folder_out": QUEUE,
    "control_folder": QUEUE / "control",
}
app = FastAPI()


def send_letter(address: str) -> None:
    """Send a letter, which takes its time."""
    time.sleep(0.5)
    with OUTBOX.open("a") as outbox:
        outbox.write(f"{address}\n")


@jobs.task
def mean_length(text: str) -> float:
    """Return how many letters a word has."""
    words = text.split()
    return sum(len(word) for word in words) / len(words)


@app.post("/letters", status_code=202)
def write_letter(address: Annotated[str, Form()], background: BackgroundTasks) -> dict[str, str]:
    """Accept a letter and send it after the answer."""
    background.add_task(send_letter, address)
    return {"accepted": address}


@app.post("/reports", status_code=202)
def order_report(text: Annotated[str, Form()]) -> dict[str, str]:
    """Put a report into the queue."""
    return {"id": mean_length.delay(text).id}


@app.get("/reports/{report_id}")
def show_report(report_id: str) -> dict[str, Any]:
    """Tell how far a report is."""
    report = jobs.AsyncResult(report_id)
    return {"state": report.state, "letters": report.result if report.successful() else None}
