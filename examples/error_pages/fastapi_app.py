"""Answer every fault in the caller's own language: a page for people, JSON for programs."""

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.templating import Jinja2Templates
from starlette.exceptions import HTTPException

app = FastAPI()
templates = Jinja2Templates(Path(__file__).parent / "fastapi_templates")


class OutOfStockError(Exception):
    """There is nothing left to sell."""


def answer(request: Request, status: int, message: str) -> Response:
    """Return a page, or JSON below /api."""
    error = {"status": status, "message": message}
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": error}, status)
    return templates.TemplateResponse(request, "error.html", error, status)


@app.exception_handler(HTTPException)  # (1)!
def http_error(request: Request, error: HTTPException) -> Response:
    """Answer what the framework or a view refused."""
    return answer(request, error.status_code, error.detail)


@app.exception_handler(OutOfStockError)
def out_of_stock(request: Request, error: OutOfStockError) -> Response:
    """Answer an exception of our own."""
    return answer(request, 409, "Out of stock")


@app.exception_handler(Exception)
def crash(request: Request, error: Exception) -> Response:
    """Answer what nobody expected, and give nothing away."""
    return answer(request, 500, "Something broke on our side")


@app.get("/buy/{item}")
@app.get("/api/buy/{item}")
def buy(item: str) -> dict[str, str]:
    """Sell tea, which is out of stock; fail over anything that is not sold here."""
    shelf = {"tea": 0, "milk": 3}
    if item == "gold":
        raise HTTPException(403, "Not for sale")
    if shelf[item] == 0:
        raise OutOfStockError
    return {"sold": item}
