"""Flask: validated bodies, one row by ORM, a page, a call to another service."""

import os
from datetime import date

import httpx
import requests
from common import ROWS
from flask import Flask, render_template, request
from flask_sqlalchemy import SQLAlchemy
from marshmallow import Schema, fields, validate
from pydantic import BaseModel, Field
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


app = Flask(__name__, template_folder="jinja")
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["BENCH_DATABASE"]
db = SQLAlchemy(model_class=Base)
db.init_app(app)


class Book(db.Model):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author: Mapped[str]
    pages: Mapped[int]


class LineSchema(Schema):
    name = fields.Str(required=True, validate=validate.Length(1, 80))
    quantity = fields.Int(required=True, validate=validate.Range(1, 100))
    cents = fields.Int(required=True, validate=validate.Range(1))


class OrderSchema(Schema):
    customer = fields.Str(required=True, validate=validate.Length(1, 80))
    wanted_on = fields.Date(required=True)
    lines = fields.List(fields.Nested(LineSchema), required=True, validate=validate.Length(1))


class ReceiptSchema(Schema):
    customer = fields.Str()
    wanted_on = fields.Date()
    total = fields.Int()


order_schema, receipt_schema = OrderSchema(), ReceiptSchema()


@app.post("/orders-marshmallow")
def order_with_marshmallow():
    order = order_schema.load(request.get_json())
    total = sum(line["quantity"] * line["cents"] for line in order["lines"])
    return receipt_schema.dump({**order, "total": total})


class Line(BaseModel):
    name: str = Field(min_length=1, max_length=80)
    quantity: int = Field(ge=1, le=100)
    cents: int = Field(ge=1)


class Order(BaseModel):
    customer: str = Field(min_length=1, max_length=80)
    wanted_on: date
    lines: list[Line] = Field(min_length=1)


class Receipt(BaseModel):
    customer: str
    wanted_on: date
    total: int


@app.post("/orders-pydantic")
def order_with_pydantic():
    order = Order.model_validate(request.get_json())
    total = sum(line.quantity * line.cents for line in order.lines)
    receipt = Receipt(customer=order.customer, wanted_on=order.wanted_on, total=total)
    return receipt.model_dump(mode="json")


@app.get("/books/<int:book_id>")
def book(book_id):
    found = db.get_or_404(Book, book_id)
    return {"id": found.id, "title": found.title, "author": found.author, "pages": found.pages}


@app.get("/page")
def page():
    return render_template("books.html", books=ROWS)


upstream = os.environ["BENCH_UPSTREAM"]
session = requests.Session()
client = httpx.Client()


@app.get("/call-requests")
def call_with_requests():
    return session.get(upstream).json()


@app.get("/call-httpx")
def call_with_httpx():
    return client.get(upstream).json()
