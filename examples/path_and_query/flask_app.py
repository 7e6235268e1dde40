"""Find flights from one airport by a typed path, an optional limit and a choice of orders."""

from datetime import date
from typing import Any

from flask import Flask, abort, request
from werkzeug.routing import BaseConverter, ValidationError

ORDERS = ("price", "time")

app = Flask(__name__)


class AirportConverter(BaseConverter):
    """Three capital letters."""

    regex = "[A-Z]{3}"


class DateConverter(BaseConverter):
    """A day such as 2026-11-22."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Turn the text into a day."""
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValidationError from error  # (1)!


app.url_map.converters.update(airport=AirportConverter, date=DateConverter)


@app.get("/flights/<airport:airport>/<date:day>")
def flights(airport: str, day: date) -> dict[str, Any]:
    """Repeat the search as the program understood it."""
    order = request.args.get("order", "time")
    if order not in ORDERS:
        abort(400, f"order must be one of {', '.join(ORDERS)}")
    return {
        "airport": airport,
        "weekday": day.isoweekday(),
        "limit": read_limit(),
        "order": order,
        "via": request.args.getlist("via"),
    }


def read_limit() -> int:
    """Return the limit of the query; ``get(type=int)`` alone would hide a wrong one."""
    try:
        limit = int(request.args.get("limit", 10))
    except ValueError:
        abort(400, "limit must be a whole number")
    if not 1 <= limit <= 50:
        abort(400, "limit must be from 1 to 50")
    return limit
