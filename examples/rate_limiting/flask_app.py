"""Answer a client three times in a window of time, then ask it to wait."""

import os

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

WINDOW = os.environ.get("WINDOW_SECONDS", "60")

app = Flask(__name__)
limiter = Limiter(get_remote_address, app=app, storage_uri="memory://", headers_enabled=True)


@app.get("/quote")
@limiter.limit(f"3/{WINDOW} seconds")  # (1)!
def quote() -> dict[str, int]:
    """Answer three times in a window."""
    return {"cents": 1234}


@app.get("/health")
def health() -> dict[str, bool]:
    """Answer as often as somebody asks."""
    return {"ok": True}
