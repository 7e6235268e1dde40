"""The tests of the program."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_app import Note, db


@pytest.mark.parametrize("text", ["milk", "bread"])
def test_a_note_is_stored_and_no_other_test_sees_it(client: FlaskClient, text: str):
    client.post("/notes", json={"text": text})
    assert [note["text"] for note in client.get("/notes").json] == [text]


def test_a_note_has_the_day_on_which_it_was_written(client: FlaskClient):
    assert client.post("/notes", json={"text": "milk"}).json["day"] == "2026-02-28"


def test_a_note_of_the_database_is_found(client: FlaskClient, app: Flask):
    with app.app_context():
        note = Note(text="old", day=date(2020, 1, 1))
        db.session.add(note)
        db.session.commit()
        address = f"/notes/{note.id}"
    assert client.get(address).json["text"] == "old"


def test_an_unknown_note_is_not_found(client: FlaskClient):
    assert client.get("/notes/1").status_code == 404


def test_an_empty_note_is_refused(client: FlaskClient):
    assert client.post("/notes", json={"text": ""}).status_code == 400
    assert client.get("/notes").json == []
