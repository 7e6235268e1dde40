"""A letter goes out after the answer; a report is made by a second process, or fails there."""

import time
from uuid import uuid4

ENVIRONMENT = {
    "OUTBOX": "{folder}/outbox.txt",
    "PYTHONPATH": "{topic}",
    "QUEUE": "{folder}/queue",
}
SETUP = {"django": [["{topic}/django_project/manage.py", "migrate"]]}
WORKERS = {
    "fastapi": [["-m", "celery", "--app=fastapi_app:jobs", "worker", "--pool=solo"]],
    "flask": [["-m", "celery", "--app=flask_app:jobs", "worker", "--pool=solo"]],
    "django": [["{topic}/django_project/manage.py", "db_worker"]],
}

DONE = {"fastapi": "SUCCESS", "flask": "SUCCESS", "django": "SUCCESSFUL"}
FAILED = {"fastapi": "FAILURE", "flask": "FAILURE", "django": "FAILED"}
NEVER_ORDERED = {"fastapi": 200, "flask": 200, "django": 404}
MISSING = {"fastapi": 422, "flask": 400, "django": 400}
SECONDS = 60


def order(client, text: str) -> str:
    """Order a report and return its address."""
    answer = client.post("/reports", data={"text": text})
    assert answer.status_code == 202
    return f"/reports/{answer.json()['id']}"


def report_once(client, address: str, states: set[str]) -> dict:
    """Ask for a report until it is in one of the states."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        report = client.get(address).json()
        if report["state"] in states:
            return report
        time.sleep(0.1)
    raise TimeoutError(report)


def test_a_letter_is_sent_after_the_answer(client, server):
    outbox = server.folder / "outbox.txt"
    assert client.post("/letters", data={"address": "ada@example.com"}).status_code == 202
    written_before_the_answer = outbox.exists()
    deadline = time.monotonic() + SECONDS
    while not outbox.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not written_before_the_answer
    assert outbox.read_text() == "ada@example.com\n"


def test_a_report_is_made_by_the_worker(client, server):
    address = order(client, "three small words")
    report = report_once(client, address, {DONE[server.framework], FAILED[server.framework]})
    assert report == {"state": DONE[server.framework], "letters": 5.0}


def test_a_report_that_fails_says_so_and_the_worker_goes_on(client, server):
    ends = {DONE[server.framework], FAILED[server.framework]}
    failing, good = order(client, " "), order(client, "word")
    assert report_once(client, failing, ends)["state"] == FAILED[server.framework]
    assert report_once(client, good, ends)["letters"] == 4.0


def test_a_report_that_nobody_ordered_is_unknown_only_to_a_queue_that_keeps_a_list(client, server):
    assert client.get(f"/reports/{uuid4()}").status_code == NEVER_ORDERED[server.framework]


def test_an_order_without_a_text_is_refused(client, server):
    assert client.post("/reports").status_code == MISSING[server.framework]


def test_a_letter_without_an_address_is_refused(client, server):
    assert client.post("/letters").status_code == MISSING[server.framework]
