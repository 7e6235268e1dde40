"""The tests of the program."""

from datetime import date

import pytest
from fastapi.testclient import TestClient
from fastapi_app import Note
from sqlmodel import Session


@pytest.mark.parametrize("text", ["milk", "bread"])
def test_a_note_is_stored_and_no_other_test_sees_it(client: TestClient, text: str):
    client.post("/notes", json={"text": text})
    assert [note["text"] for note in client.get("/notes").json()] == [text]


def test_a_note_has_the_day_on_which_it_was_written(client: TestClient):
    assert client.post("/notes", json={"text": "milk"}).json()["day"] == "2026-02-28"


def test_a_note_of_the_database_is_found(client: TestClient, session: Session):
    note = Note(text="old", day=date(2020, 1, 1))
    session.add(note)
    session.commit()
    assert client.get(f"/notes/{note.id}").json()["text"] == "old"


def test_an_unknown_note_is_not_found(client: TestClient):
    assert client.get("/notes/1").status_code == 404


def test_an_empty_note_is_refused(client: TestClient):
    assert client.post("/notes", json={"text": ""}).status_code == 422
    assert client.get("/notes").json() == []
