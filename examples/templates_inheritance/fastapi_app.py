"""Two pages that share a layout; the list repeats a partial, and visitors' text is escaped."""

from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import Response
from fastapi.templating import Jinja2Templates


@dataclass
class Note:
    """Something a visitor wrote."""

    id: int
    text: str


NOTES = {1: Note(1, "Buy milk"), 2: Note(2, "<script>alert(1)</script>")}

app = FastAPI()
templates = Jinja2Templates(Path(__file__).parent / "fastapi_templates")  # (1)!


@app.get("/")
def list_notes(request: Request) -> Response:
    """Show all notes."""
    return templates.TemplateResponse(request, "notes.html", {"notes": NOTES.values()})


@app.get("/notes/{note_id}")
def show_note(request: Request, note_id: int) -> Response:
    """Show one note."""
    if note_id not in NOTES:
        raise HTTPException(404)
    return templates.TemplateResponse(request, "note.html", {"note": NOTES[note_id]})
