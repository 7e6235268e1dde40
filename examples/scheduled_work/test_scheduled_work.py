"""The summary follows the orders by itself, also after a run that failed."""

import time

import pytest

ENVIRONMENT = {
    "EVERY_SECONDS": "1",
    "ORDERS": "{folder}/orders.txt",
    "PYTHONPATH": "{topic}",
    "QUEUE": "{folder}/queue",
}
WORKERS = {
    "flask": [["-m", "flask", "--app=flask_app", "clock"]],
    "django": [["-m", "celery", "--app=django_app:jobs", "worker", "--beat", "--pool=solo"]],
}

NO_NUMBER = {"fastapi": 422, "flask": 400, "django": 400}
SECONDS = 60


def summary_of(client, orders: int) -> dict:
    """Wait until the summary counts so many orders."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        answer = client.get("/summary")
        if answer.status_code == 200 and answer.json()["orders"] == orders:
            return answer.json()
        time.sleep(0.1)
    raise TimeoutError(answer.text)


@pytest.fixture
def closed(server):
    """Start each test without orders."""
    for name in ("orders.txt", "orders.json"):
        (server.folder / name).unlink(missing_ok=True)


@pytest.mark.usefixtures("closed")
def test_there_is_no_summary_before_the_first_run(client):
    assert client.get("/summary").status_code == 404


@pytest.mark.usefixtures("closed")
def test_the_summary_is_written_by_the_clock(client):
    client.post("/orders", data={"euros": "30"})
    client.post("/orders", data={"euros": "12"})
    assert summary_of(client, 2) == {"orders": 2, "euros": 42}


@pytest.mark.usefixtures("closed")
def test_the_clock_goes_on(client):
    client.post("/orders", data={"euros": "30"})
    assert summary_of(client, 1)["euros"] == 30
    client.post("/orders", data={"euros": "5"})
    assert summary_of(client, 2)["euros"] == 35


@pytest.mark.usefixtures("closed")
def test_a_run_that_fails_does_not_stop_the_clock(client, server):
    (server.folder / "orders.txt").write_text("not a number\n")
    time.sleep(2.5)
    assert client.get("/summary").status_code == 404
    (server.folder / "orders.txt").unlink()
    client.post("/orders", data={"euros": "7"})
    assert summary_of(client, 1) == {"orders": 1, "euros": 7}


def test_an_order_that_is_no_number_is_refused(client, server):
    answer = client.post("/orders", data={"euros": "many"})
    assert answer.status_code == NO_NUMBER[server.framework]
