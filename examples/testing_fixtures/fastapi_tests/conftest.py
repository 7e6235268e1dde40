"""A database that forgets, and a client of the program that uses it."""

from collections.abc import Iterator
from datetime import date

import pytest
from fastapi.testclient import TestClient
from fastapi_app import app, get_session, get_today
from sqlalchemy import Connection
from sqlmodel import Session, SQLModel, StaticPool, create_engine


@pytest.fixture(scope="session")
def connection() -> Iterator[Connection]:
    """One database in memory for all tests."""
    engine = create_engine(
        "sqlite://",
        connect_args={"check_same_thread": False, "autocommit": False},  # (1)!
        poolclass=StaticPool,
    )
    SQLModel.metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def session(connection: Connection) -> Iterator[Session]:
    """A session whose commits are taken back after the test."""
    transaction = connection.begin()
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        yield session
    transaction.rollback()


@pytest.fixture
def client(session: Session) -> Iterator[TestClient]:
    """A client; the program gets the session of the test and a fixed day."""
    app.dependency_overrides[get_session] = lambda: session
    app.dependency_overrides[get_today] = lambda: date(2026, 2, 28)
    yield TestClient(app)
    app.dependency_overrides.clear()
