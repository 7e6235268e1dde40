"""Notes can be created, read, changed and deleted; the tables come from committed migrations."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

SETUP = {
    "fastapi": [["-m", "alembic", "-c", "{topic}/fastapi_alembic.ini", "upgrade", "head"]],
    "flask": [["-m", "flask", "--app", "{topic}/flask_app.py", "db", "upgrade"]],
    "django": [["{topic}/django_project/manage.py", "migrate"]],
}
TOOLS = {
    "fastapi": ["-m", "alembic", "-c", "{topic}/fastapi_alembic.ini"],
    "flask": ["-m", "flask", "--app", "{topic}/flask_app.py", "db"],
    "django": ["{topic}/django_project/manage.py"],
}
TO_THE_FIRST = {
    "fastapi": ["upgrade", "0001"],
    "flask": ["upgrade", "0001"],
    "django": ["migrate", "notes", "0001"],
}
TO_THE_LAST = {
    "fastapi": ["upgrade", "head"],
    "flask": ["upgrade"],
    "django": ["migrate"],
}
TO_NOTHING = {
    "fastapi": ["downgrade", "base"],
    "flask": ["downgrade", "base"],
    "django": ["migrate", "notes", "zero"],
}
COMPARE = {
    "fastapi": ["check"],
    "flask": ["check"],
    "django": ["makemigrations", "--check"],
}
TABLE = {"fastapi": "note", "flask": "note", "django": "notes_note"}
BAD_BODY = {"fastapi": 422, "flask": 400, "django": 400}


@dataclass
class History:
    """What was in a database that went through all migrations and back."""

    rows: list
    tables: set


@pytest.fixture(scope="module")
def history(server, tmp_path_factory):
    """Migrate a database half way, add a row, migrate on, compare with the models, undo."""
    folder = tmp_path_factory.mktemp("history")
    tool = [word.format(topic=Path(__file__).parent) for word in TOOLS[server.framework]]
    database = str(folder / "history.sqlite3")

    def run(arguments):
        server.run([*tool, *arguments[server.framework]], folder, DATABASE=database)

    table = TABLE[server.framework]
    run(TO_THE_FIRST)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"INSERT INTO {table} (text) VALUES ('Old')")
        connection.commit()
        run(TO_THE_LAST)
        rows = connection.execute(f"SELECT text, done FROM {table}").fetchall()
        run(COMPARE)
        run(TO_NOTHING)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return History(rows, tables)


def create(client, text):
    return client.post("/notes", json={"text": text}).json()


def test_a_new_note_gets_an_id_and_the_default(client):
    answer = client.post("/notes", json={"text": "Buy milk"})
    assert answer.status_code == 201
    note = answer.json()
    assert note == {"id": note["id"], "text": "Buy milk", "done": False}


def test_a_note_can_be_read_alone_and_in_the_list(client):
    note = create(client, "Call Grace")
    assert client.get(f"/notes/{note['id']}").json() == note
    assert note in client.get("/notes").json()


def test_a_note_can_be_replaced(client):
    address = f"/notes/{create(client, 'Draft')['id']}"
    assert client.put(address, json={"text": "Final", "done": True}).status_code == 200
    assert client.get(address).json()["text"] == "Final"
    assert client.get(address).json()["done"] is True


def test_a_deleted_note_is_gone(client):
    address = f"/notes/{create(client, 'Old')['id']}"
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_note_that_never_was_is_not_found(client, method):
    assert client.request(method, "/notes/999", json={"text": "x"}).status_code == 404


@pytest.mark.parametrize(
    "body", [{}, {"text": ""}, {"text": "x" * 201}, {"text": ["x"]}, {"text": "x", "done": "later"}]
)
def test_a_wrong_body_is_refused_and_nothing_is_stored(client, server, body):
    before = client.get("/notes").json()
    assert client.post("/notes", json=body).status_code == BAD_BODY[server.framework]
    assert client.get("/notes").json() == before


def test_a_row_from_before_the_second_migration_survives_it(history):
    assert history.rows == [("Old", 0)]


def test_the_migrations_can_be_undone(history, server):
    assert TABLE[server.framework] not in history.tables
