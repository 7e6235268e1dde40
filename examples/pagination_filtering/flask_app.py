"""A list of books in pages, narrowed by author and by a word of the title."""

import os
from pathlib import Path
from typing import Any

from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

DATABASE = Path(os.environ.get("DATABASE", "library.sqlite3")).absolute()


class Base(DeclarativeBase):
    """What all models have in common."""


app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATABASE}"
db = SQLAlchemy(app, model_class=Base)


class Book(db.Model):
    """Something to read."""

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author: Mapped[str] = mapped_column(index=True)

    def as_dict(self) -> dict[str, Any]:
        """Return what a client sees."""
        return {"id": self.id, "title": self.title, "author": self.author}


@app.cli.command("init-db")
def init_db() -> None:
    """Create the table and twelve books."""
    db.create_all()
    for number in range(1, 13):
        author = "Ada" if number % 2 else "Grace"
        db.session.add(Book(title=f"Volume {number}", author=author))
    db.session.commit()


@app.get("/books")
def list_books() -> dict[str, Any]:
    """Return one page of what was asked for."""
    query = db.select(Book).order_by(Book.id)
    if author := request.args.get("author"):
        query = query.where(Book.author == author)
    if word := request.args.get("word"):
        query = query.where(Book.title.icontains(word, autoescape=True))  # (1)!
    page = db.paginate(query, per_page=5)  # (2)!
    return {
        "items": [book.as_dict() for book in page],
        "total": page.total,
        "page": page.page,
        "pages": page.pages,
    }
