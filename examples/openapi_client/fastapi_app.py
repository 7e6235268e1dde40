"""Describe an API of notes so well that a client can be generated from the description."""

from fastapi import FastAPI, HTTPException
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field


class NoteIn(BaseModel):
    """What a client sends."""

    text: str = Field(min_length=1, max_length=100)


class Note(NoteIn):
    """What is stored."""

    id: int


class Problem(BaseModel):
    """Why there is no answer."""

    detail: str


def function_name(route: APIRoute) -> str:
    """Name an operation as its function; the client calls its method so."""
    return route.name


app = FastAPI(title="Notes", version="1.0", generate_unique_id_function=function_name)
notes: dict[int, Note] = {}


@app.get("/notes")
def list_notes(contains: str = "") -> list[Note]:
    """Return the notes that contain a text."""
    return [note for note in notes.values() if contains in note.text]


@app.post("/notes", status_code=201)
def create_note(data: NoteIn) -> Note:
    """Store a note."""
    note = Note(id=len(notes) + 1, text=data.text)
    notes[note.id] = note
    return note


@app.get("/notes/{note_id}", responses={404: {"model": Problem}})  # (1)!
def read_note(note_id: int) -> Note:
    """Return one note."""
    if note_id not in notes:
        raise HTTPException(404, "No such note")
    return notes[note_id]
