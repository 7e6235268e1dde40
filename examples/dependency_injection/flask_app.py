"""Hand each request a journal that is opened before the view and closed after it, come what may."""

import os
from pathlib import Path

from flask import Flask, abort, g, request

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


app = Flask(__name__)


def get_user() -> str:
    """Return who asks."""
    if "X-User" not in request.headers:
        abort(401)
    return request.headers["X-User"]


def get_journal() -> Journal:
    """Return the journal of this request; open it when it is asked for first."""
    if "journal" not in g:
        g.journal = Journal(get_user())
    return g.journal


@app.teardown_appcontext
def close_journal(error: BaseException | None) -> None:  # (1)!
    """Close the journal of a request that opened one."""
    if "journal" in g:
        g.pop("journal").close()


def get_price(item: str) -> int:
    """Look up what an item costs."""
    get_journal().write(f"look up {item}")
    if item not in PRICES:
        abort(404)
    return PRICES[item]


@app.get("/prices/<item>/<int:people>")
def show_price(item: str, people: int) -> dict[str, int]:
    """Tell what each of some people pays."""
    share = get_price(item) // people
    get_journal().write(f"tell {item}")
    return {"share": share}


@app.get("/items")
def list_items() -> list[str]:
    """Name the items; nobody has to be known for that."""
    return list(PRICES)
