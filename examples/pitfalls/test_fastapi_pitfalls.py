"""What the page about FastAPI's pitfalls says happens, happens."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from probes.serving import Serve, Server

HERE = Path(__file__).parent
MEGABYTE = 1_000_000
PATIENCE = 120  # seconds, for a machine under load


def large_note(asserted: dict[str, float]) -> str:
    return "x" * int(asserted["large_note_megabytes"] * MEGABYTE)


def test_a_rule_for_the_text_is_asked_after_all_megabytes_were_read(load, asserted):
    answer = TestClient(load("fastapi_body_size").app).post(
        "/notes", json={"text": large_note(asserted)}
    )
    assert answer.status_code == 422
    assert len(answer.content) > asserted["large_note_megabytes"] * MEGABYTE


def test_a_limit_refuses_a_large_body_and_lets_a_small_one_in(load, asserted):
    client = TestClient(load("fastapi_body_size").limited)
    refused = client.post("/notes", json={"text": large_note(asserted)})
    assert refused.status_code == 413
    assert len(refused.content) < asserted["refusal_bytes"]
    assert client.post("/notes", json={"text": "short"}).json() == "saved"
    assert client.post("/notes", json={"text": "x" * 1001}).status_code == 422


def test_without_a_limit_a_short_note_is_saved(load):
    client = TestClient(load("fastapi_body_size").app)
    assert client.post("/notes", json={"text": "short"}).json() == "saved"


def test_a_limit_holds_for_a_body_that_does_not_say_its_length(load):
    body = (b"x" * 10_000 for _ in range(100))
    client = TestClient(load("fastapi_body_size").limited)
    headers = {"content-type": "application/json"}
    assert client.post("/notes", content=body, headers=headers).status_code == 413


def test_a_route_without_a_response_model_sends_the_hash(load):
    client = TestClient(load("fastapi_response_leak").app)
    assert set(client.get("/users/1").json()) == {"name", "password_hash"}
    assert client.get("/people/1").json() == {"name": "Ann"}


def test_only_the_route_with_a_response_model_describes_its_answer(load):
    paths = TestClient(load("fastapi_response_leak").app).get("/openapi.json").json()["paths"]

    def schema(path: str) -> dict:
        return paths[path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]

    assert schema("/users/{number}") == {}
    assert schema("/people/{number}") == {"$ref": "#/components/schemas/PublicUser"}


PUBLIC = ("/docs", "/redoc", "/openapi.json")


def test_the_docs_name_every_route_to_everybody(load):
    client = TestClient(load("fastapi_docs_public").app)
    assert [client.get(path).status_code for path in PUBLIC] == [200, 200, 200]
    assert list(client.get("/openapi.json").json()["paths"]) == ["/internal/cache"]


def test_without_an_address_for_the_schema_nothing_is_public_and_the_route_still_answers(load):
    module = load("fastapi_docs_public")
    client = TestClient(module.quiet)
    assert [client.get(path).status_code for path in PUBLIC] == [404, 404, 404]
    assert client.delete("/internal/cache").json() == "emptied"
    assert TestClient(module.app).delete("/internal/cache").json() == "emptied"


def test_a_variable_turns_the_docs_on_for_developers(load, monkeypatch):
    monkeypatch.setenv("OPENAPI_URL", "/openapi.json")
    client = TestClient(load("fastapi_docs_public").quiet)
    assert [client.get(path).status_code for path in PUBLIC] == [200, 200, 200]


@contextmanager
def lost_task_server(serve: Serve) -> Iterator[Server]:
    command = ("-m", "uvicorn", "--port={port}", "fastapi_lost_task:app")
    with serve.command(*command, PYTHONPATH=str(HERE)) as server:
        yield server


def wait_for(file: Path) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not file.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    return file.exists()


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Order one invoice by the queue and one by the web process, and kill that process."""
    folder = tmp_path_factory.mktemp("killed")
    with lost_task_server(Serve(folder, [])) as server:
        assert httpx.post(f"{server.url}/queued-orders/1", timeout=30).status_code == 202
        assert httpx.post(f"{server.url}/orders/2", timeout=30).status_code == 202
        server.stop(signal.SIGKILL)
    return folder


def test_work_in_the_web_process_dies_with_it_and_only_a_polite_stop_waits(killed):
    with lost_task_server(Serve(killed, [])) as restarted:
        httpx.post(f"{restarted.url}/orders/3", timeout=30)
    assert (killed / "invoice-3.txt").exists()
    assert not (killed / "invoice-2.txt").exists()


def test_queued_work_is_done_though_the_web_process_is_dead(killed):
    assert not (killed / "invoice-1.txt").exists()
    command = (sys.executable, "-m", "celery", "--app=fastapi_lost_task:jobs", "worker")
    variables = {**os.environ, "PYTHONPATH": str(HERE)}
    with (killed / "worker.log").open("wb") as log:
        worker = subprocess.Popen(
            [*command, "--pool=solo"], cwd=killed, stdout=log, stderr=log, env=variables
        )
    try:
        assert wait_for(killed / "invoice-1.txt"), (killed / "worker.log").read_text()
    finally:
        worker.terminate()
        worker.wait(PATIENCE)


def test_a_queued_order_is_a_file_that_outlives_the_process(load, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    client = TestClient(load("fastapi_lost_task").app)
    assert client.post("/queued-orders/1").json() == "accepted"
    assert len(list((tmp_path / "queue").glob("*.msg"))) == 1


@pytest.fixture(scope="module")
def heroes(load) -> Iterator[TestClient]:
    module = load("fastapi_table_model")
    with TestClient(module.app, raise_server_exceptions=False) as client:
        yield client
    module.engine.dispose()


def test_a_table_model_checks_nothing_and_takes_what_it_should_not(heroes):
    assert heroes.post("/heroes", json={}).status_code == 500
    long = heroes.post("/heroes", json={"name": "x" * 100, "is_admin": True, "id": 77})
    assert long.status_code == 200
    assert long.json() == {"name": "x" * 100, "is_admin": True, "id": 77}


def test_a_model_of_its_own_for_the_input_refuses_and_ignores(heroes):
    assert heroes.post("/checked-heroes", json={}).status_code == 422
    assert heroes.post("/checked-heroes", json={"name": "x" * 100}).status_code == 422
    sent = {"name": "Ann", "is_admin": True, "id": 77}
    stored = heroes.post("/checked-heroes", json=sent).json()
    assert (stored["name"], stored["is_admin"]) == ("Ann", False)
    assert stored["id"] != 77
