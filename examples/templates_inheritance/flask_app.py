"""Two pages that share a layout; the list repeats a partial, and visitors' text is escaped."""

from dataclasses import dataclass

from flask import Flask, abort, render_template


@dataclass
class Note:
    """Something a visitor wrote."""

    id: int
    text: str


NOTES = {1: Note(1, "Buy milk"), 2: Note(2, "<script>alert(1)</script>")}

app = Flask(__name__, template_folder="flask_templates")  # (1)!


@app.get("/")
def list_notes() -> str:
    """Show all notes."""
    return render_template("notes.html", notes=NOTES.values())


@app.get("/notes/<int:note_id>")
def show_note(note_id: int) -> str:
    """Show one note."""
    if note_id not in NOTES:
        abort(404)
    return render_template("note.html", note=NOTES[note_id])
