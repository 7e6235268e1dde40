"""Count down in server-sent events, and go on where a listener was cut off."""

import json
import time
from collections.abc import Iterator

from flask import Flask, Response, abort, request

HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}  # (1)!

app = Flask(__name__)


def numbers(first: int) -> Iterator[str]:
    """Yield one frame every 0.2 seconds, then the frame that says it is done."""
    for left in range(first, 0, -1):
        yield f"id: {left}\ndata: {json.dumps({'left': left})}\n\n"
        time.sleep(0.2)
    yield f"event: done\ndata: {json.dumps({'left': 0})}\n\n"


@app.get("/countdown/<int:start>")
def countdown(start: int) -> Response:
    """Send the numbers to one listener."""
    if not 1 <= start <= 60:
        abort(400)
    last = request.headers.get("Last-Event-ID", start + 1, type=int)
    first = min(start, last - 1)
    return Response(numbers(first), mimetype="text/event-stream", headers=HEADERS)
