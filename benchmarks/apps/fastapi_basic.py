"""FastAPI: hello, three ways to wait, a computation."""

import asyncio
import time

from common import WAIT_SECONDS, work
from fastapi import FastAPI

app = FastAPI()


@app.get("/hello")
async def hello():
    return {"message": "Hello, World!"}


# --8<-- [start:waiting]
@app.get("/wait")
async def wait():
    await asyncio.sleep(WAIT_SECONDS)
    return {"waited": WAIT_SECONDS}


@app.get("/wait-def")
def wait_in_a_thread():
    time.sleep(WAIT_SECONDS)
    return {"waited": WAIT_SECONDS}


@app.get("/wait-blocking")
async def wait_and_block_the_loop():
    time.sleep(WAIT_SECONDS)
    return {"waited": WAIT_SECONDS}


# --8<-- [end:waiting]
@app.get("/cpu")
def cpu():
    return {"result": work()}
