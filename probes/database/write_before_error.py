"""Save a row in a view that then fails, and count the rows that are left."""


def fastapi(tmp_path) -> str:
    """Add a SQLModel row through a session dependency, fail before commit, count the rows."""
    from typing import Annotated

    from fastapi import Depends, FastAPI
    from fastapi.testclient import TestClient
    from sqlmodel import Field, Session, SQLModel, create_engine, select

    class Product(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    engine = create_engine(f"sqlite:///{tmp_path}/shop.db")
    SQLModel.metadata.create_all(engine)
    app = FastAPI()

    def get_session():
        with Session(engine) as session:
            yield session

    @app.post("/")
    def save(session: Annotated[Session, Depends(get_session)]) -> None:
        session.add(Product())
        session.flush()
        raise ZeroDivisionError

    status = TestClient(app, raise_server_exceptions=False).post("/").status_code
    with Session(engine) as session:
        return f"{status}, {len(session.exec(select(Product)).all())} rows left"


def flask(tmp_path) -> str:
    """Add a Flask-SQLAlchemy row, fail before commit, count the rows."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy.orm import Mapped, mapped_column

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path}/shop.db"
    db = SQLAlchemy(app)

    class Product(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)

    @app.post("/")
    def save():
        db.session.add(Product())
        db.session.flush()
        raise ZeroDivisionError

    with app.app_context():
        db.create_all()
    status = app.test_client().post("/").status_code
    with app.app_context():
        return f"{status}, {len(db.session.scalars(db.select(Product)).all())} rows left"


def django() -> str:
    """Save a row in a view that fails, by default and with ATOMIC_REQUESTS."""
    import django
    from django.conf import settings
    from django.db import connection, models
    from django.http import HttpRequest
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> None:
        Product.objects.create()
        raise ZeroDivisionError

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        ROOT_URLCONF=(path("", save),),
    )
    django.setup()

    class Product(models.Model):
        class Meta:
            app_label = "shop"

    def rows_after_failure(atomic: bool) -> int:
        connection.settings_dict["ATOMIC_REQUESTS"] = atomic
        Product.objects.all().delete()
        Client(raise_request_exception=False).post("/")
        return Product.objects.count()

    with connection.schema_editor() as editor:
        editor.create_model(Product)
    default, atomic = rows_after_failure(atomic=False), rows_after_failure(atomic=True)
    return f"{default} row left; with ATOMIC_REQUESTS {atomic} rows left"
