"""Write a row in a transaction around awaited code, fail, and count the rows that are left."""


def fastapi(tmp_path) -> str:
    """Fail inside `async with session.begin()` of SQLAlchemy's asyncio extension."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlalchemy import func, select
    from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
    from sqlmodel import Field, SQLModel

    class Product(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/shop.db")
    app = FastAPI()

    @app.get("/")
    async def index() -> int:
        async with engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        async with AsyncSession(engine) as session:
            try:
                async with session.begin():
                    session.add(Product())
                    await session.flush()
                    raise ZeroDivisionError
            except ZeroDivisionError:
                rows = await session.scalar(select(func.count()).select_from(Product))
        await engine.dispose()
        return rows

    return f"async with session.begin(): {TestClient(app).get('/').json()} rows left"


def flask(tmp_path) -> str:
    """Fail inside `async with session.begin()` of SQLAlchemy's asyncio extension."""
    from flask import Flask
    from sqlalchemy import func, select
    from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Product(Base):
        __tablename__ = "product"
        id: Mapped[int] = mapped_column(primary_key=True)

    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/shop.db")
    app = Flask(__name__)

    @app.get("/")
    async def index() -> str:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine) as session:
            try:
                async with session.begin():
                    session.add(Product())
                    await session.flush()
                    raise ZeroDivisionError
            except ZeroDivisionError:
                rows = await session.scalar(select(func.count()).select_from(Product))
        await engine.dispose()
        return str(rows)

    return f"async with session.begin(): {app.test_client().get('/').text} rows left"


def django(tmp_path) -> str:
    """Try `async with atomic()`, then fail inside atomic() behind sync_to_async."""
    import asyncio

    import django
    from asgiref.sync import sync_to_async
    from django.conf import settings
    from django.db import connection, models, transaction
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    @transaction.atomic
    def write_and_fail() -> None:
        Product.objects.create()
        raise ZeroDivisionError

    async def index(request: HttpRequest) -> HttpResponse:
        try:
            async with transaction.atomic():
                await Product.objects.acreate()
            refusal = "accepted"
        except TypeError:
            refusal = "TypeError"
        try:
            await sync_to_async(write_and_fail)()
        except ZeroDivisionError:
            rows = await Product.objects.acount()
        return HttpResponse(f"async with: {refusal}; sync_to_async: {rows} rows left")

    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "shop.db"}
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": database},
        ROOT_URLCONF=(path("", index),),
    )
    django.setup()

    class Product(models.Model):
        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Product)
    return asyncio.run(AsyncClient().get("/")).text
