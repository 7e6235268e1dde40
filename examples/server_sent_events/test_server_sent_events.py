"""Events arrive one by one, can be resumed, and are refused where the input is wrong."""

import json
import time

import pytest

OUT_OF_RANGE = {"fastapi": 422, "flask": 400, "django": 400}
NO_NUMBER = {"fastapi": 422, "flask": 404, "django": 404}


def listen(client, path: str, **headers: str) -> list[dict]:
    """Read a stream to its end; return each event with the moment of its arrival."""
    events, event = [], {}
    with client.stream("GET", path, headers=headers) as answer:
        for line in answer.raise_for_status().iter_lines():
            if line:
                name, _, value = line.partition(":")
                event[name] = value.strip()
            elif event:
                events.append({**event, "at": time.monotonic()})
                event = {}
    return events


def test_the_numbers_count_down(client):
    events = listen(client, "/countdown/3")
    assert [json.loads(event["data"]) for event in events] == [
        {"left": 3},
        {"left": 2},
        {"left": 1},
        {"left": 0},
    ]


def test_the_last_event_has_a_name_of_its_own(client):
    events = listen(client, "/countdown/2")
    assert [event.get("event") for event in events] == [None, None, "done"]


def test_events_arrive_one_by_one(client):
    events = listen(client, "/countdown/4")
    assert events[-1]["at"] - events[0]["at"] > 0.4


def test_a_listener_that_was_cut_off_goes_on_where_it_was(client):
    events = listen(client, "/countdown/5", **{"Last-Event-ID": "3"})
    assert [event.get("id") for event in events] == ["2", "1", None]


def test_neither_a_browser_nor_a_proxy_may_keep_the_events(client):
    with client.stream("GET", "/countdown/1") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["x-accel-buffering"] == "no"


@pytest.mark.parametrize("start", ["0", "61"])
def test_a_start_out_of_range_is_refused_before_the_stream_begins(client, server, start):
    assert client.get(f"/countdown/{start}").status_code == OUT_OF_RANGE[server.framework]


def test_a_start_that_is_no_number_is_refused(client, server):
    assert client.get("/countdown/soon").status_code == NO_NUMBER[server.framework]
