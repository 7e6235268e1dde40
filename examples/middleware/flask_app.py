"""Give every request an id and a duration, and turn a client away before any view runs."""

import re
import time
import uuid
from typing import NoReturn

from flask import Flask, Response, abort, g, request

app = Flask(__name__)


@app.before_request
def identify() -> None:
    """Take the id that the caller sends, or make one."""
    sent = request.headers.get("x-request-id", "")
    g.id = sent if re.fullmatch(r"[\w-]{8,64}", sent) else uuid.uuid4().hex
    g.started = time.perf_counter()


@app.before_request  # (1)!
def refuse_crawlers() -> None:
    """Turn away whoever calls itself a crawler."""
    if "crawler" in request.headers.get("user-agent", "").lower():
        abort(403, "No crawlers")


@app.after_request
def name_id(response: Response) -> Response:
    """Name the id and the duration in the answer."""
    milliseconds = (time.perf_counter() - g.started) * 1000
    response.headers["X-Request-ID"] = g.id
    response.headers["Server-Timing"] = f"app;dur={milliseconds:.1f}"
    return response


@app.get("/")
def home() -> dict[str, str]:
    """Name the request's id."""
    return {"request": g.id}


@app.get("/crash")
def crash() -> NoReturn:
    """Fail."""
    raise RuntimeError("on purpose")
