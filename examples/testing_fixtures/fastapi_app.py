"""Keep notes, each with the day on which it was written."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from sqlmodel import Field, Session, SQLModel, create_engine, select

engine = create_engine(f"sqlite:///{os.environ.get('DATABASE', 'notes.sqlite3')}")


class NoteIn(SQLModel):
    """What a client sends."""

    text: str = Field(min_length=1, max_length=200)


class Note(NoteIn, table=True):
    """What is stored."""

    id: int | None = Field(default=None, primary_key=True)
    day: date


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Make the table before the first request."""
    SQLModel.metadata.create_all(engine)
    yield


def get_session() -> Iterator[Session]:
    """Open a session for the time of one request."""
    with Session(engine) as session:
        yield session


def get_today() -> date:
    """Return the current day."""
    return date.today()


SessionDep = Annotated[Session, Depends(get_session)]
app = FastAPI(lifespan=lifespan)


@app.get("/notes")
def list_notes(session: SessionDep) -> list[Note]:
    """Return all notes."""
    return list(session.exec(select(Note).order_by(Note.id)))


@app.post("/notes", status_code=201)
def create_note(
    data: NoteIn, session: SessionDep, day: Annotated[date, Depends(get_today)]
) -> Note:
    """Store a note."""
    note = Note(text=data.text, day=day)
    session.add(note)
    session.commit()
    session.refresh(note)
    return note


@app.get("/notes/{note_id}")
def read_note(note_id: int, session: SessionDep) -> Note:
    """Return one note."""
    note = session.get(Note, note_id)
    if note is None:
        raise HTTPException(404)
    return note
