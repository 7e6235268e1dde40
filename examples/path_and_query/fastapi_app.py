"""Find flights from one airport by a typed path, an optional limit and a choice of orders."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from fastapi import FastAPI, Path, Query

app = FastAPI()


class Order(StrEnum):
    """What flights can be ordered by."""

    PRICE = "price"
    TIME = "time"


@app.get("/flights/{airport}/{day}")
def flights(
    airport: Annotated[str, Path(pattern="^[A-Z]{3}$")],
    day: date,  # (1)!
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
    order: Order = Order.TIME,
    via: Annotated[list[str] | None, Query()] = None,
) -> dict[str, Any]:
    """Repeat the search as the program understood it."""
    return {
        "airport": airport,
        "weekday": day.isoweekday(),
        "limit": limit,
        "order": order,
        "via": via or [],
    }
