"""Create, read, change and delete notes in a database whose tables come from migrations."""

import os
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from sqlmodel import Field, Session, SQLModel, create_engine, select

engine = create_engine(
    f"sqlite:///{os.environ.get('DATABASE', 'notes.sqlite3')}",
    connect_args={"check_same_thread": False},  # (1)!
)


class NoteIn(SQLModel):
    """What a client may send."""

    text: str = Field(min_length=1, max_length=200)
    done: bool = False


class Note(NoteIn, table=True):
    """A note as it is stored."""

    id: int | None = Field(default=None, primary_key=True)


def get_session() -> Iterator[Session]:
    """Open a session for the time of one request."""
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]


def get_note(note_id: int, session: SessionDep) -> Note:
    """Find the note that the address names."""
    note = session.get(Note, note_id)
    if note is None:
        raise HTTPException(404)
    return note


NoteDep = Annotated[Note, Depends(get_note)]
app = FastAPI()


@app.get("/notes")
def list_notes(session: SessionDep) -> list[Note]:
    """Return all notes."""
    return list(session.exec(select(Note).order_by(Note.id)))


@app.post("/notes", status_code=201)
def create_note(data: NoteIn, session: SessionDep) -> Note:
    """Store a new note."""
    note = Note.model_validate(data)
    session.add(note)
    session.commit()
    session.refresh(note)
    return note


@app.get("/notes/{note_id}")
def read_note(note: NoteDep) -> Note:
    """Return one note."""
    return note


@app.put("/notes/{note_id}")
def replace_note(note: NoteDep, data: NoteIn, session: SessionDep) -> Note:
    """Change one note."""
    note.sqlmodel_update(data)
    session.commit()
    session.refresh(note)
    return note


@app.delete("/notes/{note_id}", status_code=204)
def delete_note(note: NoteDep, session: SessionDep) -> None:
    """Delete one note."""
    session.delete(note)
    session.commit()
