"""Create, read, change and delete notes in a database whose tables come from migrations."""

import os
from pathlib import Path
from typing import Any

from flask import Flask, abort, request
from flask.typing import ResponseReturnValue
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

DATABASE = Path(os.environ.get("DATABASE", "notes.sqlite3")).absolute()
MIGRATIONS = Path(__file__).parent / "flask_migrations"


class Base(DeclarativeBase):
    """What all models have in common."""


app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATABASE}"
db = SQLAlchemy(app, model_class=Base)
Migrate(app, db, directory=str(MIGRATIONS))


class Note(db.Model):
    """A note as it is stored."""

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(200))
    done: Mapped[bool] = mapped_column(default=False)

    def as_dict(self) -> dict[str, Any]:
        """Return what a client sees."""
        return {"id": self.id, "text": self.text, "done": self.done}


def checked_body() -> dict[str, Any]:
    """Return the fields of the request's JSON; answer 400 when they are not a note."""
    data = request.get_json()
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= 200:
        abort(400, "text must be a string of 1 to 200 characters")
    done = data.get("done", False)
    if not isinstance(done, bool):
        abort(400, "done must be true or false")
    return {"text": text, "done": done}


@app.get("/notes")
def list_notes() -> ResponseReturnValue:
    """Return all notes."""
    return [note.as_dict() for note in db.session.scalars(db.select(Note).order_by(Note.id))]


@app.post("/notes")
def create_note() -> ResponseReturnValue:
    """Store a new note."""
    note = Note(**checked_body())
    db.session.add(note)
    db.session.commit()
    return note.as_dict(), 201


@app.get("/notes/<int:note_id>")
def read_note(note_id: int) -> ResponseReturnValue:
    """Return one note."""
    return db.get_or_404(Note, note_id).as_dict()


@app.put("/notes/<int:note_id>")
def replace_note(note_id: int) -> ResponseReturnValue:
    """Change one note."""
    note = db.get_or_404(Note, note_id)
    for name, value in checked_body().items():
        setattr(note, name, value)
    db.session.commit()
    return note.as_dict()


@app.delete("/notes/<int:note_id>")
def delete_note(note_id: int) -> ResponseReturnValue:
    """Delete one note."""
    db.session.delete(db.get_or_404(Note, note_id))
    db.session.commit()
    return "", 204
