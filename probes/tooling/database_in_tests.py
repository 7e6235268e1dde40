"""Let a test write a row and count what the next test finds."""


def fastapi() -> str:
    """Write through a route with SQLModel and count the rows in a later request."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlalchemy import StaticPool
    from sqlmodel import Field, Session, SQLModel, create_engine, func, select

    class Note(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )
    SQLModel.metadata.create_all(engine)
    app = FastAPI()

    @app.post("/")
    def write() -> None:
        with Session(engine) as session:
            session.add(Note())
            session.commit()

    @app.get("/")
    def count() -> int:
        with Session(engine) as session:
            return session.exec(select(func.count(Note.id))).one()

    TestClient(app).post("/").raise_for_status()
    return f"1 row written, {TestClient(app).get('/').text} left"


def flask() -> str:
    """Write through a Flask-SQLAlchemy view and count the rows in a later request."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db = SQLAlchemy(app)

    class Note(db.Model):
        id = db.Column(db.Integer, primary_key=True)

    @app.post("/")
    def write() -> str:
        db.session.add(Note())
        db.session.commit()
        return ""

    @app.get("/")
    def count() -> str:
        return str(Note.query.count())

    with app.app_context():
        db.create_all()
    app.test_client().post("/")
    return f"1 row written, {app.test_client().get('/').text} left"


def django() -> str:
    """Write in the first test of a TestCase and count in the second."""
    import unittest

    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test import TestCase

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    )
    django.setup()
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import Group

    counts: list[int] = []

    class GroupTest(TestCase):
        def test_1_writes(self) -> None:
            Group.objects.create(name="editors")
            counts.append(Group.objects.count())

        def test_2_counts(self) -> None:
            counts.append(Group.objects.count())

    unittest.TextTestRunner().run(unittest.defaultTestLoader.loadTestsFromTestCase(GroupTest))
    return f"{counts[0]} row written, {counts[1]} left"
