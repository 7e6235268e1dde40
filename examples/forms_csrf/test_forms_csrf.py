"""The form is validated on the server, shown again with what was wrong, and needs its token."""

import re

import pytest

WITHOUT_TOKEN = {"fastapi": 403, "flask": 400, "django": 403}
AFTER_SUCCESS = {"fastapi": 303, "flask": 302, "django": 302}


def send(client, **fields):
    """Open the form like a browser, fill it in, and send it with its token."""
    hidden = re.search(r'<input[^>]*type="hidden"[^>]*>', client.get("/").text)[0]
    name, value = (re.search(f'{key}="([^"]*)"', hidden)[1] for key in ("name", "value"))
    return client.post("/", data={name: value, **fields})


def test_a_valid_form_leads_to_the_next_page(client, server):
    answer = send(client, name="Ada", seats="2")
    assert answer.status_code == AFTER_SUCCESS[server.framework]
    assert "You are on the list" in client.get(answer.headers["location"]).text


@pytest.mark.parametrize("seats", ["0", "5", "many", ""])
def test_a_wrong_number_of_seats_shows_the_form_again(client, seats):
    answer = send(client, name="Ada", seats=seats)
    assert answer.status_code == 422
    assert "<form" in answer.text


def test_what_was_typed_is_kept(client):
    assert 'value="Ada"' in send(client, name="Ada", seats="9").text


def test_a_missing_name_is_named_as_the_error(client):
    assert "This field is required." in send(client, name="", seats="1").text


def test_a_name_that_is_too_long_is_refused_on_the_server(client):
    assert send(client, name="A" * 41, seats="1").status_code == 422


def test_what_was_typed_is_escaped(client):
    page = send(client, name='"><script>', seats="9").text
    assert "<script>" not in page
    assert "&#34;&gt;" in page or "&quot;&gt;" in page


def test_a_form_without_a_token_is_refused(client, server):
    client.get("/")
    answer = client.post("/", data={"name": "Ada", "seats": "1"})
    assert answer.status_code == WITHOUT_TOKEN[server.framework]


def test_the_token_of_another_visitor_is_refused(client, server):
    page = client.get("/").text
    client.cookies.clear()
    hidden = re.search(r'<input[^>]*type="hidden"[^>]*>', page)[0]
    name, value = (re.search(f'{key}="([^"]*)"', hidden)[1] for key in ("name", "value"))
    answer = client.post("/", data={name: value, "name": "Ada", "seats": "1"})
    assert answer.status_code == WITHOUT_TOKEN[server.framework]
