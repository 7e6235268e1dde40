"""A greeting, a list and one item of it, each at an address of its own."""

from flask import Blueprint, Flask, abort, url_for

BOOKS = {1: "Solaris", 2: "Kindred"}

app = Flask(__name__)
books = Blueprint("books", __name__, url_prefix="/books")


@app.get("/")
def hello() -> dict[str, str]:
    """Greet."""
    return {"message": "Hello, world"}


@books.get("")
def list_books() -> list[dict[str, str]]:
    """List all books with their addresses."""
    return [
        {"title": title, "url": url_for("books.show_book", book_id=book_id)}  # (1)!
        for book_id, title in BOOKS.items()
    ]


@books.get("/<int:book_id>")
def show_book(book_id: int) -> dict[str, str]:
    """Show one book."""
    if book_id not in BOOKS:
        abort(404)
    return {"title": BOOKS[book_id]}


app.register_blueprint(books)
