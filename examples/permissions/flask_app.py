"""Everybody with an account reads the notes, only members of the group "editors" delete them."""

import os
from pathlib import Path
from typing import Any

import click
from flask import Flask
from flask_httpauth import HTTPBasicAuth
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from werkzeug.security import check_password_hash, generate_password_hash

DATABASE = Path(os.environ.get("DATABASE", "notes.sqlite3")).absolute()
NOBODY = generate_password_hash("nobody has this password")  # (1)!


class Base(DeclarativeBase):
    """What all models have in common."""


app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATABASE}"
db = SQLAlchemy(app, model_class=Base)
auth = HTTPBasicAuth()

membership = Table(
    "membership",
    Base.metadata,
    Column("user_id", ForeignKey("user.id"), primary_key=True),
    Column("group_id", ForeignKey("group.id"), primary_key=True),
)


class Group(db.Model):
    """Something that gives its members a right."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class User(db.Model):
    """Somebody with an account."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    groups: Mapped[list[Group]] = relationship(secondary=membership)


class Note(db.Model):
    """What is protected."""

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


@app.cli.command("add-user")
@click.argument("name")
@click.argument("group_names", nargs=-1)
@click.password_option(envvar="NEW_PASSWORD")
def add_user(name: str, group_names: tuple[str, ...], password: str) -> None:
    """Create the tables with one note, and store a new user."""
    db.create_all()
    groups = [Group(name=group_name) for group_name in group_names]
    password_hash = generate_password_hash(password)
    db.session.add(User(name=name, password_hash=password_hash, groups=groups))
    db.session.add(Note(text=f"Written for {name}"))
    db.session.commit()


@auth.verify_password
def find_user(name: str, password: str) -> User | None:
    """Return whose name and password these are."""
    user = db.session.scalar(db.select(User).filter_by(name=name))
    right = check_password_hash(user.password_hash if user else NOBODY, password)
    return user if right else None


@auth.get_user_roles
def group_names_of(user: User) -> list[str]:
    """Return what Flask-HTTPAuth compares with `role`."""
    return [group.name for group in user.groups]


@app.get("/notes")
@auth.login_required
def list_notes() -> list[dict[str, Any]]:
    """Return all notes."""
    return [{"id": note.id, "text": note.text} for note in db.session.scalars(db.select(Note))]


@app.delete("/notes/<int:note_id>")
@auth.login_required(role="editors")
def delete_note(note_id: int) -> tuple[str, int]:
    """Delete one note."""
    db.session.delete(db.get_or_404(Note, note_id))
    db.session.commit()
    return "", 204
