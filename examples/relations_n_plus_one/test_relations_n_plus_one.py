"""The trap sends a query for each author, the cure does not, and a guard makes the trap loud."""

SETUP = {
    "flask": [["-m", "flask", "--app", "{topic}/flask_app.py", "init-db"]],
    "django": [["{topic}/django_project/manage.py", "migrate"]],
}
CURED = {"fastapi": 2, "flask": 2, "django": 1}


def test_both_lists_say_the_same(client):
    books = client.get("/trap").json()
    assert books == client.get("/cure").json()
    assert len(books) == 10
    assert books[0] == {"title": "Book 1", "author": {"name": "Author 1"}}


def test_the_trap_sends_one_query_and_one_for_each_author(client):
    assert client.get("/trap").headers["x-queries"] == "11"


def test_the_cure_does_not_grow_with_the_list(client, server):
    assert client.get("/cure").headers["x-queries"] == str(CURED[server.framework])


def test_the_guard_turns_the_forgotten_load_into_an_error(client):
    assert client.get("/guard").status_code == 500
