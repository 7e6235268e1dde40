"""Files are served, the front end gets the addresses it knows, and nothing else is found."""

import pytest

SETUP = {"django": [["{topic}/django_app.py", "collectstatic", "--no-input"]]}
CACHE = {"fastapi": None, "flask": "no-cache", "django": "max-age=60, public"}
WITHOUT_ACCEPT_HTML = {"fastapi": 404, "flask": 200, "django": 200}
UNKNOWN_API_IN_A_BROWSER = {"fastapi": 200, "flask": 404, "django": 404}
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_the_api_answers_beside_the_front_end(client):
    assert client.get("/api/notes").json()[0] == {"id": 1, "text": "Buy milk"}


@pytest.mark.parametrize("address", ["/", "/notes/1", "/notes/1?from=mail"])
def test_an_address_of_the_front_end_gets_its_page(client, address):
    answer = client.get(address, headers=BROWSER)
    assert answer.status_code == 200
    assert '<script type="module" src="/assets/app.js">' in answer.text


def test_what_the_page_names_is_served_with_its_type(client):
    assert "javascript" in client.get("/assets/app.js").headers["content-type"]
    assert "text/css" in client.get("/static/site.css").headers["content-type"]


def test_how_long_a_static_file_may_be_kept_differs(client, server):
    assert client.get("/static/site.css").headers.get("cache-control") == CACHE[server.framework]


@pytest.mark.parametrize("address", ["/assets/old.js", "/static/old.css", "/api/old"])
def test_a_missing_file_or_api_route_is_not_answered_with_the_page(client, address):
    assert client.get(address).status_code == 404


def test_whether_a_front_end_address_needs_a_browser_differs(client, server):
    assert client.get("/notes/1").status_code == WITHOUT_ACCEPT_HTML[server.framework]


def test_what_a_browser_gets_for_an_unknown_api_address_differs(client, server):
    answer = client.get("/api/old", headers=BROWSER)
    assert answer.status_code == UNKNOWN_API_IN_A_BROWSER[server.framework]


@pytest.mark.parametrize("folder", ["static", "assets"])
def test_no_file_above_the_folder_is_served(client, server, folder):
    address = f"{server.url}/{folder}/%2e%2e/{server.framework}_app.py"
    assert "import" not in client.get(address).text
