"""The one queue: web programs put work in, a worker of its own takes it out."""

import os
import time
from pathlib import Path

from celery import Celery

QUEUE = Path(os.environ["QUEUE"])  # a folder that all of them reach
QUEUE.mkdir(exist_ok=True)

queue = Celery("jobs", broker="filesystem://", backend=QUEUE.as_uri())
queue.conf.broker_transport_options = {
    "data_folder_in": QUEUE,
    "data_folder_out": QUEUE,
    "control_folder": QUEUE / "control",
}


@queue.task
def count_words(text: str, seconds: float = 0) -> dict[str, int]:
    """Count, and tell which process did it."""
    time.sleep(seconds)
    return {"words": len(text.split()), "process": os.getpid()}
