"""Halfway: FastAPI answers what has moved, Flask the rest, in one process."""

from a2wsgi import WSGIMiddleware
from fastapi import FastAPI
from flask_before import NOTES
from flask_before import app as old
from pydantic import BaseModel, Field

app = FastAPI()


# --8<-- [start:route]
class NewNote(BaseModel):
    """What a client sends."""

    text: str = Field(min_length=1)


class Note(NewNote):
    """What a client gets back."""

    id: int


@app.post("/notes", status_code=201)
def add_note(new: NewNote) -> Note:
    note = {"id": len(NOTES) + 1, "text": new.text}
    NOTES.append(note)
    return Note.model_validate(note)


# --8<-- [end:route]


# --8<-- [start:mount]
app.mount("/", WSGIMiddleware(old))  # last, so that every route above comes first
# --8<-- [end:mount]
