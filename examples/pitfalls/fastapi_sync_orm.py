"""The same slow query, asked three ways in FastAPI."""

import os
import time

from fastapi import FastAPI
from sqlalchemy import Engine, event, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlmodel import Session, create_engine

DATABASE = os.environ["DATABASE"]
engine = create_engine(f"sqlite:///{DATABASE}")
async_engine = create_async_engine(f"sqlite+aiosqlite:///{DATABASE}")
SLOW_QUERY = text("SELECT pause(0.5)")
app = FastAPI()


@event.listens_for(Engine, "connect")
def add_pause(connection, _record) -> None:
    """Give SQLite a function that needs its time, as a large table would."""
    connection.create_function("pause", 1, time.sleep)


# --8<-- [start:wrong]
@app.get("/blocking-in-async")
async def blocking_in_async() -> str:
    """Query without `await`: the event loop waits for the database."""
    with Session(engine) as session:
        session.execute(SLOW_QUERY)
    return "done"


# --8<-- [end:wrong]
# --8<-- [start:plain]
@app.get("/plain")
def plain() -> str:
    """Query in a plain function: a thread waits for the database."""
    with Session(engine) as session:
        session.execute(SLOW_QUERY)
    return "done"


# --8<-- [end:plain]
# --8<-- [start:awaiting]
@app.get("/awaiting")
async def awaiting() -> str:
    """Query with `await`, through a driver that can."""
    async with AsyncSession(async_engine) as session:
        await session.execute(SLOW_QUERY)
    return "done"


# --8<-- [end:awaiting]
