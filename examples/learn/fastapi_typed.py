"""Take an item as JSON, check it by its types, and answer with what was understood."""

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Item(BaseModel):
    """What a client sends."""

    name: str = Field(max_length=20)
    price: float


class Receipt(BaseModel):
    """What a client gets back; other fields do not leave the program."""

    name: str
    total: float


@app.post("/items")
def buy(item: Item, copies: int = 1) -> Receipt:
    """Compute the total."""
    return Receipt(name=item.name, total=item.price * copies)
