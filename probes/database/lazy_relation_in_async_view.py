"""Read a relation that was not loaded yet, from inside an `async def` view."""


def fastapi(tmp_path) -> str:
    """Touch a lazy relation of a row that came from an SQLAlchemy AsyncSession."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlalchemy.exc import StatementError
    from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
    from sqlalchemy.orm import selectinload
    from sqlmodel import Field, Relationship, SQLModel, select

    class Author(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    class Book(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        author_id: int = Field(foreign_key="author.id")
        author: Author = Relationship()

    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/shop.db")
    app = FastAPI()

    @app.get("/")
    async def index() -> str:
        async with engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        async with AsyncSession(engine) as session:
            session.add(Book(author=Author()))
            await session.commit()
        async with AsyncSession(engine) as session:
            try:
                lazy = str((await session.scalar(select(Book))).author.id)
            except StatementError as error:
                lazy = type(error.orig).__name__
        async with AsyncSession(engine) as session:
            loaded = select(Book).options(selectinload(Book.author))
            eager = (await session.scalar(loaded)).author.id
        await engine.dispose()
        return f"lazy: {lazy}; selectinload: {eager}"

    return TestClient(app).get("/").json()


def flask(tmp_path) -> str:
    """Touch a lazy relation of a Flask-SQLAlchemy row in an async view."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy import ForeignKey
    from sqlalchemy.orm import Mapped, mapped_column, relationship

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path}/shop.db"
    db = SQLAlchemy(app)

    class Author(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)

    class Book(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
        author: Mapped[Author] = relationship()

    @app.get("/")
    async def index():
        return f"lazy: {db.session.scalar(db.select(Book)).author.id}"

    with app.app_context():
        db.create_all()
        db.session.add(Book(author=Author()))
        db.session.commit()
    return app.test_client().get("/").text


def django(tmp_path) -> str:
    """Touch a lazy relation in an async view, then one loaded with select_related."""
    import asyncio

    import django
    from django.conf import settings
    from django.core.exceptions import SynchronousOnlyOperation
    from django.db import connection, models
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    async def index(request: HttpRequest) -> HttpResponse:
        book = await Book.objects.afirst()
        try:
            lazy = str(book.author.pk)
        except SynchronousOnlyOperation as error:
            lazy = type(error).__name__
        eager = (await Book.objects.select_related("author").afirst()).author.pk
        return HttpResponse(f"lazy: {lazy}; select_related: {eager}")

    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "shop.db"}
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": database},
        ROOT_URLCONF=(path("", index),),
    )
    django.setup()

    class Author(models.Model):
        class Meta:
            app_label = "shop"

    class Book(models.Model):
        author = models.ForeignKey(Author, on_delete=models.CASCADE)

        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Author)
        editor.create_model(Book)
    Book.objects.create(author=Author.objects.create())
    return asyncio.run(AsyncClient().get("/")).text
