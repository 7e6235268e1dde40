"""A list of books with their authors, once with a query for each author and once without."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request, Response
from sqlalchemy import event
from sqlalchemy.orm import raiseload, selectinload
from sqlmodel import Field, Relationship, Session, SQLModel, create_engine, select

engine = create_engine(
    f"sqlite:///{os.environ.get('DATABASE', 'library.sqlite3')}",
    connect_args={"check_same_thread": False},
)
statements: ContextVar[list[str] | None] = ContextVar("statements", default=None)


class Author(SQLModel, table=True):
    """Somebody who writes."""

    id: int | None = Field(default=None, primary_key=True)
    name: str


class Book(SQLModel, table=True):
    """Something to read."""

    id: int | None = Field(default=None, primary_key=True)
    title: str
    author_id: int = Field(foreign_key="author.id")
    author: Author = Relationship()


class AuthorOut(SQLModel):
    """What a client sees of an author."""

    name: str


class BookOut(SQLModel):
    """What a client sees of a book."""

    title: str
    author: AuthorOut


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Create the tables and ten books by ten authors."""
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        if session.exec(select(Book)).first() is None:
            for number in range(1, 11):
                author = Author(name=f"Author {number}")
                session.add(Book(title=f"Book {number}", author=author))
            session.commit()
    yield


app = FastAPI(lifespan=lifespan)


@event.listens_for(engine, "before_cursor_execute")
def remember(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
    """Add a statement to the list of the current request."""
    if (seen := statements.get()) is not None:
        seen.append(statement)


@app.middleware("http")
async def count_queries(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    """Say in a header how many statements the request sent."""
    seen: list[str] = []
    statements.set(seen)
    response = await call_next(request)
    response.headers["X-Queries"] = str(len(seen))
    return response


def get_session() -> Iterator[Session]:
    """Open a session for the time of one request."""
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]


@app.get("/trap", response_model=list[BookOut])  # (1)!
def trap(session: SessionDep) -> list[Book]:
    """Load the books; the response model then loads each author."""
    return list(session.exec(select(Book).order_by(Book.id)))


@app.get("/cure", response_model=list[BookOut])
def cure(session: SessionDep) -> list[Book]:
    """Load the books, then all their authors with one more query."""
    query = select(Book).order_by(Book.id).options(selectinload(Book.author))
    return list(session.exec(query))


@app.get("/guard", response_model=list[BookOut])
def guard(session: SessionDep) -> list[Book]:
    """Forget the authors, with a guard that turns each hidden query into an error."""
    return list(session.exec(select(Book).order_by(Book.id).options(raiseload(Book.author))))
