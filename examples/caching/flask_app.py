"""Keep a costly answer for a while, and forget it when what it was made from changes."""

import os
import time

from flask import Flask, abort, request
from flask_caching import Cache

SECONDS = int(os.environ.get("CACHE_SECONDS", "60"))
TEMPERATURES = {"Oslo": [4, 6], "Rome": [18, 22]}

app = Flask(__name__)
cache = Cache(app, config={"CACHE_TYPE": "SimpleCache"})  # (1)!


@cache.memoize(timeout=SECONDS)
def make_report(city: str) -> dict[str, float]:
    """Make the report of a city, which takes its time."""
    time.sleep(0.5)
    values = TEMPERATURES[city]
    return {"count": len(values), "mean": sum(values) / len(values), "made": time.time()}


@app.get("/reports/<city>")
def show_report(city: str) -> dict[str, float]:
    """Show the report of a city, from the cache where it is there."""
    if city not in TEMPERATURES:
        abort(404)
    return make_report(city)


@app.post("/reports/<city>")
def add_measurement(city: str) -> tuple[str, int]:
    """Add a temperature, and forget the report that lacks it."""
    if city not in TEMPERATURES:
        abort(404)
    celsius = request.form.get("celsius", type=int)
    if celsius is None:
        abort(400)
    TEMPERATURES[city].append(celsius)
    cache.delete_memoized(make_report, city)
    return "", 204
