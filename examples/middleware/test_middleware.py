"""Every answer names its request, and a crawler is turned away before a view runs."""

import pytest

# Whether the answer to a crash still goes through the middleware.
CRASH_IS_NAMED = {"fastapi": False, "flask": True, "django": True}


def test_a_request_gets_an_id_that_view_and_answer_agree_on(client):
    answer = client.get("/")
    assert len(answer.headers["x-request-id"]) == 32
    assert answer.json() == {"request": answer.headers["x-request-id"]}


def test_two_requests_get_two_ids(client):
    first, second = client.get("/"), client.get("/")
    assert first.json() != second.json()


def test_the_id_of_the_caller_is_kept(client):
    answer = client.get("/", headers={"x-request-id": "trace-0042"})
    assert answer.headers["x-request-id"] == "trace-0042"


@pytest.mark.parametrize("sent", ["short", "<script>alert(1)</script>", "x" * 65])
def test_an_id_of_another_form_is_replaced(client, sent):
    assert client.get("/", headers={"x-request-id": sent}).headers["x-request-id"] != sent


def test_the_answer_tells_how_long_it_took(client):
    assert client.get("/").headers["server-timing"].startswith("app;dur=")


def test_an_unknown_address_is_named_as_well(client):
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "x-request-id" in answer.headers


def test_a_crawler_is_turned_away_and_its_request_is_named(client):
    answer = client.get("/", headers={"user-agent": "Crawler/1.0"})
    assert answer.status_code == 403
    assert "x-request-id" in answer.headers


def test_a_crash_is_named_where_the_middleware_stands_outside(client, server):
    answer = client.get("/crash")
    assert answer.status_code == 500
    assert ("x-request-id" in answer.headers) is CRASH_IS_NAMED[server.framework]
