"""An application of its own for each test, with a database in memory, and a client of it."""

from collections.abc import Iterator
from datetime import date

import flask_app
import pytest
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture
def app() -> Iterator[Flask]:
    """An application whose database is new and gone after the test."""
    app = flask_app.create_app({"TESTING": True, "SQLALCHEMY_DATABASE_URI": "sqlite://"})  # (1)!
    yield app
    with app.app_context():
        flask_app.db.engine.dispose()


@pytest.fixture
def client(app: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A client; the program gets a fixed day."""
    monkeypatch.setattr(flask_app, "get_today", lambda: date(2026, 2, 28))
    return app.test_client()
