"""Sum up the orders by the clock, beside the requests."""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from fastapi import FastAPI, Form, HTTPException

EVERY = int(os.environ.get("EVERY_SECONDS", "3600"))
ORDERS = Path(os.environ.get("ORDERS", "orders.txt"))
SUMMARY = ORDERS.with_suffix(".json")


def sum_up() -> None:
    """Write the summary of all orders so far."""
    euros = [int(line) for line in ORDERS.read_text().splitlines()]
    draft = SUMMARY.with_suffix(".draft")
    draft.write_text(json.dumps({"orders": len(euros), "euros": sum(euros)}))
    draft.replace(SUMMARY)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Keep a clock for the life of the process."""
    scheduler = AsyncIOScheduler()
    scheduler.add_job(sum_up, "interval", seconds=EVERY)  # (1)!
    scheduler.start()
    yield
    scheduler.shutdown()


app = FastAPI(lifespan=lifespan)


@app.post("/orders", status_code=204)
def order(euros: Annotated[int, Form()]) -> None:
    """Take down one order."""
    with ORDERS.open("a") as orders:
        orders.write(f"{euros}\n")


@app.get("/summary")
def show_summary() -> dict[str, Any]:
    """Show the last summary."""
    if not SUMMARY.exists():
        raise HTTPException(404, "No summary yet")
    return json.loads(SUMMARY.read_text())
