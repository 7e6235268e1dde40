"""Everybody with an account reads the notes, only members of the group "editors" delete them."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from pwdlib import PasswordHash
from sqlmodel import Field, Relationship, Session, SQLModel, create_engine, select

engine = create_engine(
    f"sqlite:///{os.environ.get('DATABASE', 'notes.sqlite3')}",
    connect_args={"check_same_thread": False},
)
passwords = PasswordHash.recommended()
NOBODY = passwords.hash("nobody has this password")  # (1)!
basic = HTTPBasic()


class Membership(SQLModel, table=True):
    """Says who belongs to which group."""

    user_id: int | None = Field(default=None, foreign_key="user.id", primary_key=True)
    group_id: int | None = Field(default=None, foreign_key="group.id", primary_key=True)


class Group(SQLModel, table=True):
    """Something that gives its members a right."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class User(SQLModel, table=True):
    """Somebody with an account."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    password_hash: str
    groups: list[Group] = Relationship(link_model=Membership)


class Note(SQLModel, table=True):
    """What is protected."""

    id: int | None = Field(default=None, primary_key=True)
    text: str


def add_user(name: str, password: str, group_names: list[str]) -> None:
    """Create the tables with one note, and store a new user."""
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        groups = [Group(name=group_name) for group_name in group_names]
        session.add(User(name=name, password_hash=passwords.hash(password), groups=groups))
        session.add(Note(text=f"Written for {name}"))
        session.commit()


def get_session() -> Iterator[Session]:
    """Open a session for the time of one request."""
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]


def current_user(
    session: SessionDep, given: Annotated[HTTPBasicCredentials, Depends(basic)]
) -> User:
    """Return whose name and password these are; answer 401 when they are nobody's."""
    user = session.exec(select(User).where(User.name == given.username)).first()
    right = passwords.verify(given.password, user.password_hash if user else NOBODY)
    if user is None or not right:
        raise HTTPException(401, headers={"WWW-Authenticate": "Basic"})
    return user


def member_of(group_name: str) -> Callable[[User], None]:
    """Return a dependency that answers 403 unless the user is in the group."""

    def check(user: Annotated[User, Depends(current_user)]) -> None:
        if group_name not in {group.name for group in user.groups}:
            raise HTTPException(403)

    return check


app = FastAPI()


@app.get("/notes", dependencies=[Depends(current_user)])
def list_notes(session: SessionDep) -> list[Note]:
    """Return all notes."""
    return list(session.exec(select(Note)))


@app.delete("/notes/{note_id}", status_code=204, dependencies=[Depends(member_of("editors"))])
def delete_note(note_id: int, session: SessionDep) -> None:
    """Delete one note."""
    note = session.get(Note, note_id)
    if note is None:
        raise HTTPException(404)
    session.delete(note)
    session.commit()


if __name__ == "__main__":
    add_user(sys.argv[1], os.environ["NEW_PASSWORD"], sys.argv[2:])
