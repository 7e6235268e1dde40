"""Both pages have the layout, the list repeats its partial, and nothing of a visitor is markup."""

from urllib.parse import urlsplit

LINK = {"fastapi": "{origin}/notes/1", "flask": "/notes/1", "django": "/notes/1"}


def test_each_page_has_the_layout(client):
    for address in ("/", "/notes/1"):
        assert "<nav>" in client.get(address).text


def test_a_page_adds_to_the_title_of_the_layout(client):
    assert "<title>Notes</title>" in client.get("/").text
    assert "<title>Note 1, Notes</title>" in client.get("/notes/1").text


def test_the_partial_is_repeated_for_each_note(client):
    assert client.get("/").text.count("<li>") == 2


def test_a_link_is_built_from_the_name_of_the_route(client, server):
    link = LINK[server.framework].format(origin=server.url)
    assert f'<a href="{link}">Buy milk</a>' in client.get("/").text


def test_the_host_of_an_absolute_link_is_what_the_visitor_sent(client, server):
    answer = client.get("/", headers={"host": "localhost"})
    absolute = '<a href="http://localhost/notes/1">' in answer.text
    assert absolute is bool(urlsplit(LINK[server.framework].format(origin=server.url)).netloc)


def test_the_text_of_a_visitor_is_escaped(client):
    for address in ("/", "/notes/2"):
        page = client.get(address).text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "<script>" not in page


def test_an_unknown_note_is_not_found(client):
    assert client.get("/notes/3").status_code == 404
