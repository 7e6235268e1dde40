"""Take an order as JSON, check it field by field, and answer with what was understood."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from flask import Flask, request
from pydantic import BaseModel, Field, ValidationError

app = Flask(__name__)


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


@app.errorhandler(ValidationError)
def refuse(error: ValidationError) -> tuple[dict[str, Any], int]:
    """Name each field that does not fit."""
    return {"errors": error.errors(include_url=False, include_context=False)}, 422


@app.post("/orders")
def place_order() -> tuple[dict[str, Any], int]:
    """Compute the total."""
    order = Order.model_validate(request.get_json())  # (1)!
    total = sum(line.quantity * line.price for line in order.lines)
    receipt = Receipt(customer=order.customer, wanted_on=order.wanted_on, total=total)
    return receipt.model_dump(mode="json"), 201
