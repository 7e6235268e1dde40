"""Keep notes, each with the day on which it was written."""

import os
from datetime import date
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, abort, request
from flask.typing import ResponseReturnValue
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What all models have in common."""


db = SQLAlchemy(model_class=Base)
notes = Blueprint("notes", __name__, url_prefix="/notes")


class Note(db.Model):
    """What is stored."""

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    day: Mapped[date]

    def as_dict(self) -> dict[str, Any]:
        """Return what a client sees."""
        return {"id": self.id, "text": self.text, "day": self.day.isoformat()}


def create_app(changes: dict[str, Any] | None = None) -> Flask:
    """Build the application; tests change its configuration."""
    app = Flask(__name__)
    file = Path(os.environ.get("DATABASE", "notes.sqlite3")).absolute()
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{file}"
    app.config.from_mapping(changes)
    db.init_app(app)
    app.register_blueprint(notes)
    with app.app_context():
        db.create_all()
    return app


def get_today() -> date:
    """Return the current day."""
    return date.today()


@notes.get("")
def list_notes() -> ResponseReturnValue:
    """Return all notes."""
    return [note.as_dict() for note in db.session.scalars(db.select(Note).order_by(Note.id))]


@notes.post("")
def create_note() -> ResponseReturnValue:
    """Store a note."""
    data = request.get_json()
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= 200:
        abort(400, "text must be a string of 1 to 200 characters")
    note = Note(text=text, day=get_today())
    db.session.add(note)
    db.session.commit()
    return note.as_dict(), 201


@notes.get("/<int:note_id>")
def read_note(note_id: int) -> ResponseReturnValue:
    """Return one note."""
    return db.get_or_404(Note, note_id).as_dict()
