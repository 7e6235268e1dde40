"""A list of books in pages, narrowed by author and by a word of the title."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Query
from fastapi_pagination import Page, add_pagination
from fastapi_pagination.customization import CustomizedPage, UseParamsFields
from fastapi_pagination.ext.sqlmodel import paginate
from sqlmodel import Field, Session, SQLModel, col, create_engine, select

engine = create_engine(
    f"sqlite:///{os.environ.get('DATABASE', 'library.sqlite3')}",
    connect_args={"check_same_thread": False},
)


class Book(SQLModel, table=True):
    """Something to read."""

    id: int | None = Field(default=None, primary_key=True)
    title: str
    author: str = Field(index=True)


class Filters(SQLModel):
    """What a client may ask for."""

    author: str | None = None
    word: str | None = Field(default=None, max_length=50)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Create the table and twelve books."""
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        if session.exec(select(Book)).first() is None:
            for number in range(1, 13):
                author = "Ada" if number % 2 else "Grace"
                session.add(Book(title=f"Volume {number}", author=author))
            session.commit()
    yield


def get_session() -> Iterator[Session]:
    """Open a session for the time of one request."""
    with Session(engine) as session:
        yield session


app = FastAPI(lifespan=lifespan)
PageOfFive = CustomizedPage[Page, UseParamsFields(size=Query(5, ge=1, le=20))]  # (1)!


@app.get("/books")
def list_books(
    session: Annotated[Session, Depends(get_session)], filters: Annotated[Filters, Depends()]
) -> PageOfFive[Book]:
    """Return one page of what was asked for."""
    query = select(Book).order_by(col(Book.id))
    if filters.author:
        query = query.where(Book.author == filters.author)
    if filters.word:
        query = query.where(col(Book.title).icontains(filters.word, autoescape=True))  # (2)!
    return paginate(session, query)


add_pagination(app)
