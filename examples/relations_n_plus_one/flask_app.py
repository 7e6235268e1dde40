"""A list of books with their authors, once with a query for each author and once without."""

import os
from pathlib import Path

from flask import Flask, Response
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.record_queries import get_recorded_queries
from sqlalchemy import ForeignKey
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    mapped_column,
    raiseload,
    relationship,
    selectinload,
)

DATABASE = Path(os.environ.get("DATABASE", "library.sqlite3")).absolute()


class Base(DeclarativeBase):
    """What all models have in common."""


app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATABASE}"
app.config["SQLALCHEMY_RECORD_QUERIES"] = True
db = SQLAlchemy(app, model_class=Base)


class Author(db.Model):
    """Somebody who writes."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Book(db.Model):
    """Something to read."""

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship()

    def as_dict(self) -> dict[str, str | dict[str, str]]:
        """Return what a client sees."""
        return {"title": self.title, "author": {"name": self.author.name}}  # (1)!


@app.cli.command("init-db")
def init_db() -> None:
    """Create the tables and ten books by ten authors."""
    db.create_all()
    for number in range(1, 11):
        author = Author(name=f"Author {number}")
        db.session.add(Book(title=f"Book {number}", author=author))
    db.session.commit()


@app.after_request
def count_queries(response: Response) -> Response:
    """Say in a header how many statements the request sent."""
    response.headers["X-Queries"] = str(len(get_recorded_queries()))
    return response


@app.get("/trap")
def trap() -> list[dict[str, str | dict[str, str]]]:
    """Load the books; `as_dict` then loads each author."""
    return [book.as_dict() for book in db.session.scalars(db.select(Book).order_by(Book.id))]


@app.get("/cure")
def cure() -> list[dict[str, str | dict[str, str]]]:
    """Load the books, then all their authors with one more query."""
    query = db.select(Book).order_by(Book.id).options(selectinload(Book.author))
    return [book.as_dict() for book in db.session.scalars(query)]


@app.get("/guard")
def guard() -> list[dict[str, str | dict[str, str]]]:
    """Forget the authors, with a guard that turns each hidden query into an error."""
    query = db.select(Book).order_by(Book.id).options(raiseload(Book.author))
    return [book.as_dict() for book in db.session.scalars(query)]
