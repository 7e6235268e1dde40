"""Keep a costly answer for a while, and forget it when what it was made from changes."""

import os
import time
from typing import Annotated

from cachelib import SimpleCache
from fastapi import FastAPI, Form, HTTPException

SECONDS = int(os.environ.get("CACHE_SECONDS", "60"))
TEMPERATURES = {"Oslo": [4, 6], "Rome": [18, 22]}

app = FastAPI()
cache = SimpleCache(default_timeout=SECONDS)  # (1)!


def make_report(city: str) -> dict[str, float]:
    """Make the report of a city, which takes its time."""
    time.sleep(0.5)
    values = TEMPERATURES[city]
    return {"count": len(values), "mean": sum(values) / len(values), "made": time.time()}


@app.get("/reports/{city}")
def show_report(city: str) -> dict[str, float]:
    """Show the report of a city, from the cache where it is there."""
    if city not in TEMPERATURES:
        raise HTTPException(404)
    report = cache.get(city)
    if report is None:
        report = make_report(city)
        cache.set(city, report)
    return report


@app.post("/reports/{city}", status_code=204)
def add_measurement(city: str, celsius: Annotated[int, Form()]) -> None:
    """Add a temperature, and forget the report that lacks it."""
    if city not in TEMPERATURES:
        raise HTTPException(404)
    TEMPERATURES[city].append(celsius)
    cache.delete(city)
