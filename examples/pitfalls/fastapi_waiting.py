"""The same half second of waiting, written three ways in FastAPI."""

import asyncio
import time

from fastapi import FastAPI

app = FastAPI()


# --8<-- [start:wrong]
@app.get("/blocking-in-async")
async def blocking_in_async() -> str:
    """Wait without `await`: the event loop stands still, and with it every other request."""
    time.sleep(0.5)
    return "done"


# --8<-- [end:wrong]
# --8<-- [start:plain]
@app.get("/plain")
def plain() -> str:
    """Wait in a plain function: it has a thread of its own."""
    time.sleep(0.5)
    return "done"


# --8<-- [end:plain]
# --8<-- [start:awaiting]
@app.get("/awaiting")
async def awaiting() -> str:
    """Wait with `await`: the event loop serves others meanwhile."""
    await asyncio.sleep(0.5)
    return "done"


# --8<-- [end:awaiting]
