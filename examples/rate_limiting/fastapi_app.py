"""Answer a client three times in a window of time, then ask it to wait."""

import os

from fastapi import FastAPI, Request, Response
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded
from slowapi.util import get_remote_address

WINDOW = os.environ.get("WINDOW_SECONDS", "60")

app = FastAPI()
limiter = Limiter(key_func=get_remote_address, headers_enabled=True)
app.state.limiter = limiter
app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)


@app.get("/quote")
@limiter.limit(f"3/{WINDOW} seconds")
def quote(request: Request, response: Response) -> dict[str, int]:  # (1)!
    """Answer three times in a window."""
    return {"cents": 1234}


@app.get("/health")
def health() -> dict[str, bool]:
    """Answer as often as somebody asks."""
    return {"ok": True}
