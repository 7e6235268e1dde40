"""Each line of the log names its request, and each request leaves one trace."""

import json
import time
import uuid
from collections.abc import Callable

import pytest

COMMANDS = {
    "fastapi": [
        "-m", "uvicorn", "--app-dir={topic}", "--port={port}", "--no-access-log", "fastapi_app:app"
    ]
}  # fmt: skip
SPAN_NAME = {
    "fastapi": "GET /prices/{item}",
    "flask": "GET /prices/<item>",
    "django": "GET prices/<item>",
}
PARENT = "b7ad6b7169203331"


@pytest.fixture
def log(server):
    """Return a function that tells what the program logged since the test began."""
    before = len(server.log())

    def lines() -> list[str]:
        since = server.log()[before:].splitlines()  # "[" begins what Gunicorn itself says
        return [line for line in since if not line.startswith(("{", "["))]

    return lines


@pytest.fixture
def spans(server):
    """Return a function that waits for the request that a text names and tells its spans."""
    return lambda text: until(lambda: trace_of(server.log(), text))


def trace_of(log: str, text: str) -> list[dict]:
    """Return the spans of the traces in which a span of the server has the text."""
    written = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    named = [span for span in of_requests(written) if text in json.dumps(span)]
    traces = {span["context"]["trace_id"] for span in named}
    return [span for span in written if span["context"]["trace_id"] in traces]


def until(find: Callable[[], list]) -> list:
    """Ask until something is found; a server may log after it has answered."""
    deadline = time.monotonic() + 10
    while not (found := find()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return found


def of_requests(spans: list[dict]) -> list[dict]:
    return [span for span in spans if span["kind"] == "SpanKind.SERVER"]


def lines_with(log: list[str], text: str) -> list[str]:
    return [line for line in log if text in line]


def test_every_line_of_a_request_names_its_id(client, log):
    client.get("/prices/pen", headers={"x-request-id": "order-0042"})
    assert len(log()) == 2
    assert len(lines_with(log(), "request=order-0042")) == 2


def test_the_id_is_in_the_answer_and_another_in_the_next(client):
    first, second = client.get("/prices/pen"), client.get("/prices/pen")
    assert len(first.headers["x-request-id"]) == 32
    assert first.headers["x-request-id"] != second.headers["x-request-id"]


def test_an_id_that_would_forge_a_line_is_replaced(client, log):
    client.get("/prices/pen", headers={"x-request-id": "INFO request=admin all is well"})
    assert lines_with(log(), "admin") == []


def test_a_refusal_is_logged_with_its_id(client, log):
    answer = client.get("/prices/water", headers={"x-request-id": "order-0404"})
    assert answer.status_code == 404
    assert len(lines_with(log(), "WARNING request=order-0404")) >= 1


def test_a_crash_is_logged_with_its_id_and_its_traceback(client, log):
    answer = client.get("/prices/gold", headers={"x-request-id": "order-0500"})
    assert answer.status_code == 500
    until(lambda: lines_with(log(), "RuntimeError: the price of gold is unknown"))
    assert len(lines_with(log(), "ERROR request=order-0500")) == 1


def test_a_request_leaves_one_trace_with_one_span_of_the_server(client, server, spans):
    item = uuid.uuid4().hex
    client.get(f"/prices/{item}")
    found = spans(item)
    assert [span["name"] for span in of_requests(found)] == [SPAN_NAME[server.framework]]
    assert len({span["context"]["trace_id"] for span in found}) == 1


def test_the_trace_continues_that_of_the_caller(client, spans):
    trace = uuid.uuid4().hex
    client.get("/prices/pen", headers={"traceparent": f"00-{trace}-{PARENT}-01"})
    [span] = of_requests(spans(trace))
    assert span["parent_id"] == f"0x{PARENT}"


def test_every_line_of_a_request_names_the_trace(client, log):
    trace = uuid.uuid4().hex
    client.get("/prices/pen", headers={"traceparent": f"00-{trace}-{PARENT}-01"})
    assert len(lines_with(log(), f"trace={trace}")) == 2


def test_a_crash_marks_its_span_as_an_error(client, spans):
    trace = uuid.uuid4().hex
    client.get("/prices/gold", headers={"traceparent": f"00-{trace}-{PARENT}-01"})
    [span] = of_requests(spans(trace))
    assert span["status"]["status_code"] == "ERROR"
