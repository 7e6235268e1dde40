"""The same requests before, halfway and after, on running servers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from probes.serving import Serve, Server

HERE = Path(__file__).parent
UVICORN = ("-m", "uvicorn", "--port={port}")
GUNICORN = ("-m", "gunicorn", "--no-control-socket", "--bind=127.0.0.1:{port}", "--threads=4")
STAGES = {
    "before": (*GUNICORN, "flask_before:app"),
    "to fastapi": (*UVICORN, "fastapi_over_flask:app"),
    "to fastapi, old status": (*UVICORN, "flask_as_it_was:app"),
    "to django": (*GUNICORN, "django_over_flask:application"),
}


@contextmanager
def serving(stage: str, folder: Path) -> Iterator[Server]:
    environment = {"PYTHONPATH": str(HERE), "SECRET_KEY": "only-for-this-test"}
    with Serve(folder, []).command(*STAGES[stage], **environment) as server:
        yield server


@pytest.mark.parametrize("stage", STAGES)
def test_a_note_is_added_and_the_old_page_sees_it_at_every_stage(tmp_path: Path, stage: str):
    with serving(stage, tmp_path) as server:
        answer = httpx.post(f"{server.url}/notes", json={"text": "Call Grace"})
        assert answer.status_code == 201
        assert answer.json() == {"id": 2, "text": "Call Grace"}
        assert httpx.get(f"{server.url}/report").text == "<p>2 notes</p>"


@pytest.mark.parametrize(
    ("stage", "status"),
    [("before", 400), ("to fastapi", 422), ("to fastapi, old status", 400), ("to django", 400)],
)
def test_wrong_input_keeps_its_status_unless_the_move_changes_it(
    tmp_path: Path, stage: str, status: int
):
    with serving(stage, tmp_path) as server:
        assert httpx.post(f"{server.url}/notes", json={"text": ""}).status_code == status
        assert httpx.get(f"{server.url}/report").text == "<p>1 notes</p>"


def test_what_is_no_json_is_refused_by_django_too(tmp_path: Path):
    with serving("to django", tmp_path) as server:
        assert httpx.post(f"{server.url}/notes", content=b"{").status_code == 400


def test_only_what_has_moved_is_described(tmp_path: Path):
    with serving("to fastapi", tmp_path) as server:
        assert list(httpx.get(f"{server.url}/openapi.json").json()["paths"]) == ["/notes"]


@pytest.mark.parametrize(("stage", "status"), [("before", 405), ("to fastapi", 405)])
def test_another_method_is_refused_at_a_moved_address(tmp_path: Path, stage: str, status: int):
    with serving(stage, tmp_path) as server:
        assert httpx.get(f"{server.url}/notes").status_code == status
