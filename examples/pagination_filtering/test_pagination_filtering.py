"""The list comes in pages, can be narrowed, and a page that is none is answered as one expects."""

import pytest

SETUP = {
    "flask": [["-m", "flask", "--app", "{topic}/flask_app.py", "init-db"]],
    "django": [["{topic}/django_project/manage.py", "migrate"]],
}
BEYOND_THE_LAST = {"fastapi": 200, "flask": 404, "django": 404}
TOO_LARGE = {"fastapi": 422, "flask": 200, "django": 200}
NO_PAGE = {"fastapi": 422, "flask": 404, "django": 404}


def titles(client, **query):
    return [book["title"] for book in client.get("/books", params=query).json()["items"]]


def test_without_a_number_the_first_page_comes(client):
    answer = client.get("/books").json()
    assert [book["id"] for book in answer["items"]] == [1, 2, 3, 4, 5]
    assert (answer["page"], answer["pages"], answer["total"]) == (1, 3, 12)


def test_the_last_page_holds_the_rest(client):
    assert titles(client, page=3) == ["Volume 11", "Volume 12"]


def test_a_filter_counts_only_what_it_lets_through(client):
    answer = client.get("/books", params={"author": "Ada"}).json()
    assert answer["total"] == 6
    assert {book["author"] for book in answer["items"]} == {"Ada"}


def test_two_filters_narrow_together_and_ignore_case(client):
    assert titles(client, author="Grace", word="ME 1") == ["Volume 10", "Volume 12"]


def test_a_filter_nothing_passes_gives_an_empty_first_page(client):
    answer = client.get("/books", params={"author": "Nobody"})
    assert answer.status_code == 200
    assert answer.json()["items"] == []


@pytest.mark.parametrize("word", ["%", "_", "' OR 1=1 --"])
def test_signs_that_mean_something_to_the_database_mean_themselves(client, word):
    assert titles(client, word=word) == []


def test_a_page_beyond_the_last_is_empty_or_not_found(client, server):
    answer = client.get("/books", params={"page": 4})
    assert answer.status_code == BEYOND_THE_LAST[server.framework]
    assert answer.status_code == 404 or answer.json()["items"] == []


@pytest.mark.parametrize("page", ["0", "-1", "two"])
def test_what_is_no_page_number_is_refused(client, server, page):
    assert client.get("/books", params={"page": page}).status_code == NO_PAGE[server.framework]


def test_a_client_cannot_ask_for_everything_at_once(client, server):
    answer = client.get("/books", params={"size": 1000, "per_page": 1000})
    assert answer.status_code == TOO_LARGE[server.framework]
    assert len(answer.json().get("items", [])) <= 5
