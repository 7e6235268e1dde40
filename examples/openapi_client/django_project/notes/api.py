"""Describe an API of notes so well that a client can be generated from the description."""

from django.http import HttpRequest
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError
from pydantic import Field


class NoteIn(Schema):
    """What a client sends."""

    text: str = Field(min_length=1, max_length=100)


class Note(NoteIn):
    """What is stored."""

    id: int


class Problem(Schema):
    """Why there is no answer."""

    detail: str


api = NinjaAPI(title="Notes", version="1.0")
notes: dict[int, Note] = {}


@api.get("/notes", operation_id="list_notes", response=list[Note])
def list_notes(request: HttpRequest, contains: str = "") -> list[Note]:
    """Return the notes that contain a text."""
    return [note for note in notes.values() if contains in note.text]


@api.post("/notes", operation_id="create_note", response={201: Note})  # (1)!
def create_note(request: HttpRequest, data: NoteIn) -> tuple[int, Note]:
    """Store a note."""
    note = Note(id=len(notes) + 1, text=data.text)
    notes[note.id] = note
    return 201, note


@api.get("/notes/{note_id}", operation_id="read_note", response={200: Note, 404: Problem})
def read_note(request: HttpRequest, note_id: int) -> Note:
    """Return one note."""
    if note_id not in notes:
        raise HttpError(404, "No such note")
    return notes[note_id]
