"""Delete a parent row and let the database delete its child."""


def fastapi() -> str:
    """Delete an author whose books are marked ondelete="CASCADE" in SQLModel."""
    from sqlalchemy import event
    from sqlmodel import Field, Relationship, Session, SQLModel, create_engine, select

    class Author(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        books: list["Book"] = Relationship(back_populates="author", passive_deletes="all")

    class Book(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        author_id: int = Field(foreign_key="author.id", ondelete="CASCADE")
        author: Author = Relationship(back_populates="books")

    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys=ON"))
    SQLModel.metadata.create_all(engine)
    statements: list[str] = []
    with Session(engine) as session:
        author = Author(books=[Book()])
        session.add(author)
        session.commit()
        session.refresh(author)
        event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
        session.delete(author)
        session.commit()
        deletes = sum(statement.startswith("DELETE") for statement in statements)
        books = len(session.exec(select(Book)).all())
    return f"{deletes} DELETE sent, {books} books left"


def flask() -> str:
    """Delete an author whose books are marked ondelete="CASCADE" in Flask-SQLAlchemy."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from flask_sqlalchemy.record_queries import get_recorded_queries
    from sqlalchemy import ForeignKey, event
    from sqlalchemy.orm import Mapped, mapped_column, relationship

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    app.config["SQLALCHEMY_RECORD_QUERIES"] = True
    db = SQLAlchemy(app)

    class Book(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        author_id: Mapped[int] = mapped_column(ForeignKey("author.id", ondelete="CASCADE"))

    class Author(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        books: Mapped[list[Book]] = relationship(passive_deletes="all")

    with app.app_context():
        event.listen(db.engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys=ON"))
        db.create_all()
        db.session.add(Author(books=[Book()]))
        db.session.commit()
    with app.app_context():
        db.session.delete(db.session.get(Author, 1))
        db.session.commit()
        sent = [query.statement for query in get_recorded_queries()]
        deletes = sum(statement.startswith("DELETE") for statement in sent)
        books = len(db.session.scalars(db.select(Book)).all())
    return f"{deletes} DELETE sent, {books} books left"


def django() -> str:
    """Delete an author whose books use on_delete=DB_CASCADE, and count the signals."""
    import django
    from django.conf import settings
    from django.db import connection, models
    from django.db.models.signals import post_delete
    from django.test.utils import CaptureQueriesContext

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    )
    django.setup()

    class Author(models.Model):
        class Meta:
            app_label = "shop"

    class Book(models.Model):
        author = models.ForeignKey(Author, on_delete=models.DB_CASCADE)

        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Author)
        editor.create_model(Book)
    signals: list[type] = []
    post_delete.connect(lambda sender, **_: signals.append(sender), sender=Book, weak=False)
    author = Author.objects.create()
    Book.objects.create(author=author)
    with CaptureQueriesContext(connection) as queries:
        author.delete()
    deletes = sum(query["sql"].startswith("DELETE") for query in queries)
    left = Book.objects.count()
    return f"{deletes} DELETE sent, {left} books left, {len(signals)} post_delete signals"
