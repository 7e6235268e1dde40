"""The second request is served from the cache, until time or a change makes it out of date."""

import time

FASTER = {"CACHE_SECONDS": "3"}

NO_NUMBER = {"fastapi": 422, "flask": 400, "django": 400}


def test_the_second_request_is_served_from_the_cache(client):
    first, second = (client.get("/reports/Rome").json() for _ in range(2))
    assert first == second


def test_the_cache_saves_the_time_that_the_report_takes(client):
    client.post("/reports/Rome", data={"celsius": 20})
    started = time.monotonic()
    client.get("/reports/Rome")
    made = time.monotonic()
    client.get("/reports/Rome")
    assert time.monotonic() - made < 0.5 <= made - started


def test_a_change_is_seen_at_once(client):
    before = client.get("/reports/Oslo").json()
    assert client.post("/reports/Oslo", data={"celsius": 11}).status_code == 204
    after = client.get("/reports/Oslo").json()
    assert after["count"] == before["count"] + 1
    assert after["mean"] > before["mean"]


def test_a_change_in_one_city_leaves_the_report_of_another_in_the_cache(client):
    first = client.get("/reports/Rome").json()
    client.post("/reports/Oslo", data={"celsius": 5})
    assert client.get("/reports/Rome").json()["made"] == first["made"]


def test_a_report_is_made_anew_when_its_time_is_over(client):
    first = client.get("/reports/Rome").json()
    time.sleep(int(FASTER["CACHE_SECONDS"]) + 0.5)
    assert client.get("/reports/Rome").json()["made"] > first["made"]


def test_an_unknown_city_is_not_found(client):
    assert client.get("/reports/Atlantis").status_code == 404
    assert client.post("/reports/Atlantis", data={"celsius": 1}).status_code == 404


def test_a_temperature_that_is_no_number_is_refused_and_changes_nothing(client, server):
    before = client.get("/reports/Oslo").json()["count"]
    answer = client.post("/reports/Oslo", data={"celsius": "warm"})
    assert answer.status_code == NO_NUMBER[server.framework]
    assert client.get("/reports/Oslo").json()["count"] == before
