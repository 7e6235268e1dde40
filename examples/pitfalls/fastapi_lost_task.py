"""An invoice is written after the answer: in the web process, and by a worker of its own."""

import time
from pathlib import Path

from celery import Celery
from fastapi import BackgroundTasks, FastAPI

Path("queue").mkdir(exist_ok=True)
app = FastAPI()
jobs = Celery("fastapi_lost_task", broker="filesystem://")
jobs.conf.broker_transport_options = {
    "data_folder_in": "queue",
    "data_folder_out": "queue",
    "control_folder": "queue",
}


# --8<-- [start:wrong]
def write_invoice(order: int) -> None:
    """Write an invoice, which takes a moment."""
    time.sleep(2)
    Path(f"invoice-{order}.txt").write_text("Thank you")


@app.post("/orders/{order}", status_code=202)
def accept(order: int, tasks: BackgroundTasks) -> str:
    """Accept an order; the invoice follows in this process."""
    tasks.add_task(write_invoice, order)
    return "accepted"


# --8<-- [end:wrong]
# --8<-- [start:right]
write_invoice_elsewhere = jobs.task(write_invoice)


@app.post("/queued-orders/{order}", status_code=202)
def accept_into_queue(order: int) -> str:
    """Accept an order; the invoice is a message that a worker will find."""
    write_invoice_elsewhere.delay(order)
    return "accepted"


# --8<-- [end:right]
