"""Count down in server-sent events, and go on where a listener was cut off."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import FastAPI, Header, Path
from fastapi.sse import EventSourceResponse, ServerSentEvent

app = FastAPI()


@app.get("/countdown/{start}", response_class=EventSourceResponse)
async def countdown(
    start: Annotated[int, Path(ge=1, le=60)],
    last_event_id: Annotated[int | None, Header()] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Send one number every 0.2 seconds, then say that it is done."""
    first = start if last_event_id is None else min(start, last_event_id - 1)
    for left in range(first, 0, -1):
        yield ServerSentEvent(data={"left": left}, id=str(left))  # (1)!
        await asyncio.sleep(0.2)
    yield ServerSentEvent(data={"left": 0}, event="done")
