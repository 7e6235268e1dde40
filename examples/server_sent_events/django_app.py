"""Count down in server-sent events, and go on where a listener was cut off."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.exceptions import BadRequest
from django.core.management import execute_from_command_line
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path
from django.views.decorators.http import require_GET

HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}  # (1)!


async def numbers(first: int) -> AsyncIterator[str]:
    """Yield one frame every 0.2 seconds, then the frame that says it is done."""
    for left in range(first, 0, -1):
        yield f"id: {left}\ndata: {json.dumps({'left': left})}\n\n"
        await asyncio.sleep(0.2)
    yield f"event: done\ndata: {json.dumps({'left': 0})}\n\n"


@require_GET
async def countdown(request: HttpRequest, start: int) -> StreamingHttpResponse:
    """Send the numbers to one listener."""
    last = request.headers.get("Last-Event-ID", str(start + 1))
    if not 1 <= start <= 60 or not last.isdecimal():
        raise BadRequest
    first = min(start, int(last) - 1)
    return StreamingHttpResponse(numbers(first), content_type="text/event-stream", headers=HEADERS)


urlpatterns = [path("countdown/<int:start>", countdown)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_asgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
