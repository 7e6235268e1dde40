"""Take an order as JSON, check it field by field, and answer with what was understood."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Line(BaseModel):
    """One thing that is ordered."""

    name: str = Field(min_length=1, max_length=80)
    quantity: int = Field(ge=1, le=100)
    price: Decimal = Field(gt=0, decimal_places=2)


class Order(BaseModel):
    """What a customer sends."""

    customer: str = Field(min_length=1, max_length=80)
    wanted_on: date
    lines: Annotated[list[Line], Field(min_length=1)]


class Receipt(BaseModel):
    """What the customer gets back."""

    customer: str
    wanted_on: date
    total: Decimal


@app.post("/orders", status_code=201)
def place_order(order: Order) -> Receipt:  # (1)!
    """Compute the total."""
    total = sum(line.quantity * line.price for line in order.lines)
    return Receipt(customer=order.customer, wanted_on=order.wanted_on, total=total)
