"""An admin interface for one table, open only to an administrator."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from secrets import compare_digest

from fastapi import FastAPI, Request
from sqladmin import Admin, ModelView
from sqladmin.authentication import AuthenticationBackend
from sqlmodel import Field, SQLModel, create_engine

ADMIN_PASSWORD = os.environ["ADMIN_PASSWORD"]

engine = create_engine(
    f"sqlite:///{os.environ.get('DATABASE', 'shop.sqlite3')}",
    connect_args={"check_same_thread": False},
)


class Product(SQLModel, table=True):
    """Something to sell."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=100)
    price: int


class ProductAdmin(ModelView, model=Product):
    """How products appear in the admin interface."""

    column_list = (Product.id, Product.name, Product.price)
    column_searchable_list = (Product.name,)


class Administrator(AuthenticationBackend):
    """Lets one person in, whose password is in the environment."""

    async def login(self, request: Request) -> bool:
        """Compare the password and remember that it was right."""
        given = str((await request.form()).get("password", ""))
        right = compare_digest(given.encode(), ADMIN_PASSWORD.encode())
        request.session["admin"] = right
        return right

    async def logout(self, request: Request) -> bool:
        """Forget the administrator."""
        request.session.clear()
        return True

    async def authenticate(self, request: Request) -> bool:
        """Say for each request of the admin interface whether it may pass."""
        return bool(request.session.get("admin"))


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Create the table."""
    SQLModel.metadata.create_all(engine)
    yield


app = FastAPI(lifespan=lifespan)
admin = Admin(app, engine, authentication_backend=Administrator(os.environ["SECRET_KEY"]))  # (1)!
admin.add_view(ProductAdmin)
