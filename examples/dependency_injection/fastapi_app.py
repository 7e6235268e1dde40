"""Hand each request a journal that is opened before the view and closed after it, come what may."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException

PRICES = {"pen": 300, "paper": 800}


class Journal:
    """What happened in one request, in a file that is open as long as the request takes."""

    def __init__(self, user: str) -> None:
        """Open the file."""
        self.user = user
        self.file = Path(os.environ.get("JOURNAL", "journal.txt")).open("a")
        self.write("begin")

    def write(self, text: str) -> None:
        """Add a line that names the user."""
        self.file.write(f"{self.user}: {text}\n")

    def close(self) -> None:
        """Close the file."""
        self.write("end")
        self.file.close()


def get_user(x_user: Annotated[str | None, Header()] = None) -> str:
    """Return who asks."""
    if x_user is None:
        raise HTTPException(401)
    return x_user


def get_journal(user: Annotated[str, Depends(get_user)]) -> Iterator[Journal]:
    """Open a journal for the time of one request."""
    journal = Journal(user)
    try:
        yield journal
    finally:
        journal.close()


JournalDep = Annotated[Journal, Depends(get_journal)]


def get_price(item: str, journal: JournalDep) -> int:  # (1)!
    """Look up what an item costs."""
    journal.write(f"look up {item}")
    if item not in PRICES:
        raise HTTPException(404)
    return PRICES[item]


app = FastAPI()


@app.get("/prices/{item}/{people}")
def show_price(
    item: str, people: int, price: Annotated[int, Depends(get_price)], journal: JournalDep
) -> dict[str, int]:
    """Tell what each of some people pays."""
    share = price // people
    journal.write(f"tell {item}")
    return {"share": share}


@app.get("/items")
def list_items() -> list[str]:
    """Name the items; nobody has to be known for that."""
    return list(PRICES)
