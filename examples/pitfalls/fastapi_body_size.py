"""A short note is saved, first without a limit for the body, then with one."""

from fastapi import FastAPI
from pydantic import BaseModel, Field


class Note(BaseModel):
    """What a client sends."""

    text: str = Field(max_length=1000)


# --8<-- [start:wrong]
app = FastAPI()


@app.post("/notes")
def save(note: Note) -> str:
    """Save a note; `max_length` is checked when the whole body is in memory."""
    return "saved"


# --8<-- [end:wrong]
# --8<-- [start:right]
limited = FastAPI(max_body_size=100_000)


@limited.post("/notes")
def save_limited(note: Note) -> str:
    """Save a note; a body that is too large is not read to its end."""
    return "saved"


# --8<-- [end:right]
