"""A greeting, a list and one item of it answer; everything else is refused."""

WRONG_TYPE = {"fastapi": 422, "flask": 404, "django": 404}
HEAD = {"fastapi": 405, "flask": 200, "django": 200}


def test_the_root_greets(client):
    assert client.get("/").json() == {"message": "Hello, world"}


def test_the_list_links_each_book(client):
    assert client.get("/books").json() == [
        {"title": "Solaris", "url": "/books/1"},
        {"title": "Kindred", "url": "/books/2"},
    ]


def test_a_link_leads_to_its_book(client):
    address = client.get("/books").json()[1]["url"]
    assert client.get(address).json() == {"title": "Kindred"}


def test_an_unknown_book_is_not_found(client):
    assert client.get("/books/9").status_code == 404


def test_a_word_in_place_of_a_number_is_refused(client, server):
    assert client.get("/books/first").status_code == WRONG_TYPE[server.framework]


def test_an_unknown_address_is_not_found(client):
    assert client.get("/films").status_code == 404


def test_a_method_without_a_view_is_refused(client):
    assert client.delete("/books/1").status_code == 405


def test_head_is_answered_where_the_framework_adds_it(client, server):
    assert client.head("/books").status_code == HEAD[server.framework]
