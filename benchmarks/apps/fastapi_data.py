"""FastAPI: a validated body, one row by ORM, a page, a call to another service."""

import os
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated

import aiohttp
import httpx
from common import ROWS
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.templating import Jinja2Templates
from pydantic import BaseModel
from pydantic import Field as Limit
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlmodel import Field, Session, SQLModel, create_engine

clients = {}


@asynccontextmanager
async def lifespan(app):
    async with httpx.AsyncClient() as clients["httpx"], aiohttp.ClientSession() as session:
        clients["aiohttp"] = session
        yield


app = FastAPI(lifespan=lifespan)


class Line(BaseModel):
    name: str = Limit(min_length=1, max_length=80)
    quantity: int = Limit(ge=1, le=100)
    cents: int = Limit(ge=1)


class Order(BaseModel):
    customer: str = Limit(min_length=1, max_length=80)
    wanted_on: date
    lines: list[Line] = Limit(min_length=1)


class Receipt(BaseModel):
    customer: str
    wanted_on: date
    total: int


@app.post("/orders")
async def place_order(order: Order) -> Receipt:
    total = sum(line.quantity * line.cents for line in order.lines)
    return Receipt(customer=order.customer, wanted_on=order.wanted_on, total=total)


class Book(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str
    author: str
    pages: int


database = os.environ["BENCH_DATABASE"]
options = {"check_same_thread": False} if database.startswith("sqlite") else {}
engine = create_engine(database, connect_args=options)
async_engine = create_async_engine(os.environ["BENCH_ASYNC_DATABASE"])
async_session = async_sessionmaker(async_engine, expire_on_commit=False)


def get_session():
    with Session(engine) as session:
        yield session


async def get_async_session():
    async with async_session() as session:
        yield session


@app.get("/books/{book_id}")
def book(book_id: int, session: Annotated[Session, Depends(get_session)]) -> Book:
    found = session.get(Book, book_id)
    if not found:
        raise HTTPException(status_code=404, detail="Book not found")
    return found


@app.get("/books-async/{book_id}")
async def book_async(
    book_id: int, session: Annotated[AsyncSession, Depends(get_async_session)]
) -> Book:
    found = await session.get(Book, book_id)
    if not found:
        raise HTTPException(status_code=404, detail="Book not found")
    return found


templates = Jinja2Templates(directory="jinja")


@app.get("/page")
async def page(request: Request):
    return templates.TemplateResponse(request=request, name="books.html", context={"books": ROWS})


upstream = os.environ["BENCH_UPSTREAM"]


@app.get("/call-httpx")
async def call_with_httpx():
    response = await clients["httpx"].get(upstream)
    return response.json()


@app.get("/call-aiohttp")
async def call_with_aiohttp():
    async with clients["aiohttp"].get(upstream) as response:
        return await response.json()
