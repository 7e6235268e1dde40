"""Sum up the orders by the clock, beside the requests."""

import json
import os
from pathlib import Path
from typing import Any

from apscheduler.schedulers.blocking import BlockingScheduler
from flask import Flask, abort, request

EVERY = int(os.environ.get("EVERY_SECONDS", "3600"))
ORDERS = Path(os.environ.get("ORDERS", "orders.txt"))
SUMMARY = ORDERS.with_suffix(".json")

app = Flask(__name__)


def sum_up() -> None:
    """Write the summary of all orders so far."""
    euros = [int(line) for line in ORDERS.read_text().splitlines()]
    draft = SUMMARY.with_suffix(".draft")
    draft.write_text(json.dumps({"orders": len(euros), "euros": sum(euros)}))
    draft.replace(SUMMARY)


@app.cli.command("clock")
def clock() -> None:
    """Run what is due, until the process is stopped."""
    scheduler = BlockingScheduler()
    scheduler.add_job(sum_up, "interval", seconds=EVERY)  # (1)!
    scheduler.start()


@app.post("/orders")
def order() -> tuple[str, int]:
    """Take down one order."""
    euros = request.form.get("euros", type=int)
    if euros is None:
        abort(400)
    with ORDERS.open("a") as orders:
        orders.write(f"{euros}\n")
    return "", 204


@app.get("/summary")
def show_summary() -> dict[str, Any]:
    """Show the last summary."""
    if not SUMMARY.exists():
        abort(404, "No summary yet")
    return json.loads(SUMMARY.read_text())
