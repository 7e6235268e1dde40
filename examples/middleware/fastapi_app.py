"""Give every request an id and a duration, and turn a client away before any view runs."""

import re
import time
import uuid
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

Next = Callable[[Request], Awaitable[Response]]

app = FastAPI()


@app.middleware("http")
async def refuse_crawlers(request: Request, call_next: Next) -> Response:
    """Turn away whoever calls itself a crawler."""
    if "crawler" in request.headers.get("user-agent", "").lower():
        return JSONResponse({"detail": "No crawlers"}, 403)
    return await call_next(request)


@app.middleware("http")  # (1)!
async def identify(request: Request, call_next: Next) -> Response:
    """Take the id that the caller sends, or make one, and name it in the answer."""
    sent = request.headers.get("x-request-id", "")
    request.state.id = sent if re.fullmatch(r"[\w-]{8,64}", sent) else uuid.uuid4().hex
    started = time.perf_counter()
    response = await call_next(request)
    milliseconds = (time.perf_counter() - started) * 1000
    response.headers["X-Request-ID"] = request.state.id
    response.headers["Server-Timing"] = f"app;dur={milliseconds:.1f}"
    return response


@app.get("/")
def home(request: Request) -> dict[str, str]:
    """Name the request's id."""
    return {"request": request.state.id}


@app.get("/crash")
def crash() -> None:
    """Fail."""
    raise RuntimeError("on purpose")
