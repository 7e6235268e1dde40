"""A greeting, a list and one item of it, each at an address of its own."""

from fastapi import APIRouter, FastAPI, HTTPException, Request

BOOKS = {1: "Solaris", 2: "Kindred"}

app = FastAPI()
books = APIRouter(prefix="/books")


@app.get("/")
def hello() -> dict[str, str]:
    """Greet."""
    return {"message": "Hello, world"}


@books.get("")
def list_books(request: Request) -> list[dict[str, str]]:
    """List all books with their addresses."""
    return [
        {"title": title, "url": request.app.url_path_for("show_book", book_id=book_id)}  # (1)!
        for book_id, title in BOOKS.items()
    ]


@books.get("/{book_id}")
def show_book(book_id: int) -> dict[str, str]:
    """Show one book."""
    if book_id not in BOOKS:
        raise HTTPException(404)
    return {"title": BOOKS[book_id]}


app.include_router(books)
