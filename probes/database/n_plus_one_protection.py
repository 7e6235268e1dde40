"""Print the author of each of five books and count the SQL statements."""


def fastapi() -> str:
    """Count the statements of a lazy loop, of selectinload, and try raiseload."""
    from sqlalchemy import event
    from sqlalchemy.exc import InvalidRequestError
    from sqlalchemy.orm import raiseload, selectinload
    from sqlmodel import Field, Relationship, Session, SQLModel, create_engine, select

    class Author(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    class Book(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        author_id: int = Field(foreign_key="author.id")
        author: Author = Relationship()

    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([Book(author=Author()) for _ in range(5)])
        session.commit()
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))

    def queries(query) -> int:
        statements.clear()
        with Session(engine) as session:
            [book.author.id for book in session.exec(query)]
        return len(statements)

    lazy, eager = queries(select(Book)), queries(select(Book).options(selectinload(Book.author)))
    try:
        refused = str(queries(select(Book).options(raiseload(Book.author))))
    except InvalidRequestError as error:
        refused = type(error).__name__
    return f"lazy {lazy}; selectinload {eager}; raiseload {refused}"


def flask() -> str:
    """Count the statements of a lazy loop, of selectinload, and try raiseload."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from flask_sqlalchemy.record_queries import get_recorded_queries
    from sqlalchemy import ForeignKey
    from sqlalchemy.exc import InvalidRequestError
    from sqlalchemy.orm import Mapped, mapped_column, raiseload, relationship, selectinload

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    app.config["SQLALCHEMY_RECORD_QUERIES"] = True
    db = SQLAlchemy(app)

    class Author(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)

    class Book(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
        author: Mapped[Author] = relationship()

    def queries(query) -> int:
        with app.app_context():
            [book.author.id for book in db.session.scalars(query)]
            return len(get_recorded_queries())

    with app.app_context():
        db.create_all()
        db.session.add_all([Book(author=Author()) for _ in range(5)])
        db.session.commit()
    lazy = queries(db.select(Book))
    eager = queries(db.select(Book).options(selectinload(Book.author)))
    try:
        refused = str(queries(db.select(Book).options(raiseload(Book.author))))
    except InvalidRequestError as error:
        refused = type(error).__name__
    return f"lazy {lazy}; selectinload {eager}; raiseload {refused}"


def django() -> str:
    """Count the statements of a lazy loop, of select_related and of two fetch modes."""
    import django
    from django.conf import settings
    from django.core.exceptions import FieldFetchBlocked
    from django.db import connection, models
    from django.test.utils import CaptureQueriesContext

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    )
    django.setup()

    class Author(models.Model):
        class Meta:
            app_label = "shop"

    class Book(models.Model):
        author = models.ForeignKey(Author, on_delete=models.CASCADE)

        class Meta:
            app_label = "shop"

    def queries(books) -> int:
        with CaptureQueriesContext(connection) as statements:
            [book.author.pk for book in books]
        return len(statements)

    with connection.schema_editor() as editor:
        editor.create_model(Author)
        editor.create_model(Book)
    for _ in range(5):
        Book.objects.create(author=Author.objects.create())
    lazy, joined = queries(Book.objects.all()), queries(Book.objects.select_related("author"))
    peers = queries(Book.objects.fetch_mode(models.FETCH_PEERS))
    try:
        refused = str(queries(Book.objects.fetch_mode(models.FETCH_RAISE)))
    except FieldFetchBlocked as error:
        refused = type(error).__name__
    return f"lazy {lazy}; select_related {joined}; FETCH_PEERS {peers}; FETCH_RAISE {refused}"
