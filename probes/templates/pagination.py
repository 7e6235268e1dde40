"""Ask for the second page of 25 entries, 10 a page."""

from pathlib import Path


def fastapi() -> str:
    """Return a page from a route with fastapi-pagination."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from fastapi_pagination import Page, add_pagination, paginate

    app = FastAPI()

    @app.get("/")
    def numbers() -> Page[int]:
        return paginate(list(range(25)))

    add_pagination(app)
    page = TestClient(app).get("/", params={"page": 2, "size": 10}).json()
    count = f"{len(page['items'])} items, page {page['page']} of {page['pages']}"
    return f"with fastapi-pagination {count}"


def flask(tmp_path: Path) -> str:
    """Return a page of a table from a view with Flask-SQLAlchemy."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    app = Flask(__name__, instance_path=str(tmp_path))
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"

    class Base(DeclarativeBase):
        pass

    db = SQLAlchemy(app, model_class=Base)

    class Number(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)

    @app.get("/")
    def numbers() -> str:
        page = db.paginate(db.select(Number), per_page=10)
        return f"{len(page.items)} items, page {page.page} of {page.pages}"

    with app.app_context():
        db.create_all()
        db.session.add_all(Number(id=number) for number in range(25))
        db.session.commit()
        return f"with Flask-SQLAlchemy {app.test_client().get('/?page=2').text}"


def django() -> str:
    """Cut a list with Paginator."""
    from django.conf import settings
    from django.core.paginator import Paginator

    settings.configure()
    page = Paginator(range(25), per_page=10).get_page("2")
    return f"{len(page)} items, page {page.number} of {page.paginator.num_pages}"
