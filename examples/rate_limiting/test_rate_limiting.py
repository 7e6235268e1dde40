"""Whoever asks too often is told to wait, and for how long."""

import time

import pytest

FASTER = {"WINDOW_SECONDS": "3"}

ANOTHER_ADDRESS = {"fastapi": {200}, "flask": {200, 429}, "django": {200, 429}}
WINDOW = int(FASTER["WINDOW_SECONDS"])


@pytest.fixture
def refused(client):
    """Ask until the limit is reached; return the refusal."""
    answers = [client.get("/quote") for _ in range(10)]
    return next(answer for answer in answers if answer.status_code == 429)


def test_three_requests_are_answered_and_then_none(client):
    time.sleep(WINDOW + 0.5)
    statuses = [client.get("/quote").status_code for _ in range(10)]
    # A window may end between two of the ten requests, and the next one begins.
    assert 3 <= statuses.count(200) <= 6
    assert statuses.count(200) + statuses.count(429) == 10


def test_the_refusal_says_how_long_to_wait(refused):
    assert 0 <= int(refused.headers["retry-after"]) <= WINDOW


def test_a_route_without_a_limit_answers_on(client, refused):
    assert refused.status_code == 429
    assert client.get("/health").json() == {"ok": True}


def test_the_address_that_a_proxy_names_counts_where_the_server_believes_it(client, server):
    forwarded = [{"X-Forwarded-For": f"203.0.113.{number}"} for number in range(10)]
    statuses = {client.get("/quote", headers=headers).status_code for headers in forwarded}
    assert statuses | {200} == ANOTHER_ADDRESS[server.framework]


def test_a_client_that_waits_is_answered_again(client, refused):
    time.sleep(int(refused.headers["retry-after"]) + 1)
    assert client.get("/quote").json() == {"cents": 1234}
