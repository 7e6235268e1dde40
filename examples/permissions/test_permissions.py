"""Who may do what: a stranger nothing, a reader read, an editor delete."""

import pytest

ENVIRONMENT = {"NEW_PASSWORD": "wonderland-7"}
SETUP = {
    "fastapi": [
        ["{topic}/fastapi_app.py", "ada", "editors"],
        ["{topic}/fastapi_app.py", "bob"],
    ],
    "flask": [
        ["-m", "flask", "--app", "{topic}/flask_app.py", "add-user", "ada", "editors"],
        ["-m", "flask", "--app", "{topic}/flask_app.py", "add-user", "bob"],
    ],
    "django": [
        ["{topic}/django_project/manage.py", "migrate"],
        ["{topic}/django_project/manage.py", "add_user", "ada", "editors"],
        ["{topic}/django_project/manage.py", "add_user", "bob"],
    ],
}
EDITOR = ("ada", "wonderland-7")
READER = ("bob", "wonderland-7")


def note_ids(client):
    return [note["id"] for note in client.get("/notes", auth=READER).json()]


@pytest.mark.parametrize("account", [EDITOR, READER])
def test_everybody_with_an_account_reads(client, account):
    answer = client.get("/notes", auth=account)
    assert answer.status_code == 200
    assert "Written for" in answer.json()[0]["text"]


@pytest.mark.parametrize("account", [None, ("ada", "guess"), ("eve", "wonderland-7")])
def test_a_stranger_gets_401_and_the_way_to_sign_in(client, account):
    answer = client.get("/notes", auth=account)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].lower().startswith("basic")


def test_a_reader_may_not_delete(client):
    assert client.delete("/notes/1", auth=READER).status_code == 403
    assert 1 in note_ids(client)


def test_a_stranger_may_not_delete(client):
    assert client.delete("/notes/1").status_code == 401
    assert 1 in note_ids(client)


def test_a_reader_does_not_learn_which_notes_there_are(client):
    assert client.delete("/notes/999", auth=READER).status_code == 403


def test_an_editor_deletes(client):
    assert client.delete("/notes/2", auth=EDITOR).status_code == 204
    assert client.delete("/notes/2", auth=EDITOR).status_code == 404
