"""Answer every fault in the caller's own language: a page for people, JSON for programs."""

from typing import Any

from flask import Flask, abort, render_template, request
from werkzeug.exceptions import HTTPException

app = Flask(__name__, template_folder="flask_templates")


class OutOfStockError(Exception):
    """There is nothing left to sell."""


def answer(status: int, message: str) -> tuple[Any, int]:
    """Return a page, or JSON below /api."""
    error = {"status": status, "message": message}
    if request.path.startswith("/api/"):
        return {"error": error}, status
    return render_template("error.html", **error), status


@app.errorhandler(HTTPException)
def http_error(error: HTTPException) -> tuple[Any, int]:
    """Answer what the framework or a view refused."""
    return answer(error.code, error.description)


@app.errorhandler(OutOfStockError)
def out_of_stock(error: OutOfStockError) -> tuple[Any, int]:
    """Answer an exception of our own."""
    return answer(409, "Out of stock")


@app.errorhandler(500)  # (1)!
def crash(error: HTTPException) -> tuple[Any, int]:
    """Answer what nobody expected, and give nothing away."""
    return answer(500, "Something broke on our side")


@app.get("/buy/<item>")
@app.get("/api/buy/<item>")
def buy(item: str) -> dict[str, str]:
    """Sell tea, which is out of stock; fail over anything that is not sold here."""
    shelf = {"tea": 0, "milk": 3}
    if item == "gold":
        abort(403, "Not for sale")
    if shelf[item] == 0:
        raise OutOfStockError
    return {"sold": item}
