"""Keep Flask's answer to wrong input, so that clients need not change in the same week."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi_over_flask import app


# --8<-- [start:handler]
def answer_400(request: Request, error: Exception) -> Response:
    """Answer wrong input with the status that clients know."""
    return Response(status_code=400)


def keep_old_status(app: FastAPI) -> None:
    """Make every failed validation a 400, as before the move."""
    app.add_exception_handler(RequestValidationError, answer_400)


# --8<-- [end:handler]


keep_old_status(app)
