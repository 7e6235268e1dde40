"""People get a page and programs get JSON, whatever goes wrong."""

import time

import pytest

# How a method that a view does not know is answered below /api.
WRONG_METHOD_BODY = {"fastapi": True, "flask": True, "django": False}

FAULTS = [
    ("nowhere", 404, None),
    ("buy/gold", 403, "Not for sale"),
    ("buy/tea", 409, "Out of stock"),
    ("buy/uranium", 500, "Something broke on our side"),
]
EACH_FAULT = pytest.mark.parametrize(("path", "status", "message"), FAULTS)


def test_what_is_fine_is_sold(client):
    assert client.get("/buy/milk").json() == {"sold": "milk"}


@EACH_FAULT
def test_people_get_a_page(client, path, status, message):
    answer = client.get(f"/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f"<title>{status}</title>" in answer.text
    assert message is None or message in answer.text


@EACH_FAULT
def test_programs_get_json(client, path, status, message):
    answer = client.get(f"/api/{path}")
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["status"] == status
    assert message in (None, error["message"])


@pytest.mark.parametrize("path", ["/buy/uranium", "/api/buy/uranium"])
def test_a_crash_gives_nothing_away(client, path):
    text = client.get(path).text
    assert not any(word in text for word in ("KeyError", "Traceback", "shelf"))


def test_a_crash_is_in_the_log(client, server):
    client.get("/buy/plutonium")
    waiting_until = time.monotonic() + 10
    while "KeyError: 'plutonium'" not in server.log():
        assert time.monotonic() < waiting_until, server.log()
        time.sleep(0.05)


def test_a_wrong_method_is_refused(client, server):
    answer = client.post("/api/buy/milk")
    assert answer.status_code == 405
    assert bool(answer.content) is WRONG_METHOD_BODY[server.framework]
