"""What the page about Flask's pitfalls says happens, happens."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from itsdangerous import base64_decode

from probes.serving import Server

HERE = Path(__file__).parent
GUNICORN = ("-m", "gunicorn", "--no-control-socket", "--bind=127.0.0.1:{port}")
SCRIPT = "<script>alert(1)</script>"
PATIENCE = 120  # seconds, for a machine under load


def test_a_template_named_j2_sends_the_script_as_it_came(load):
    client = load("flask_escaping").app.test_client()
    assert client.get("/wrong", query_string={"name": SCRIPT}).text == f"<p>Hello {SCRIPT}</p>"


def test_a_template_named_html_escapes_the_script(load):
    client = load("flask_escaping").app.test_client()
    escaped = "<p>Hello &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    assert client.get("/right", query_string={"name": SCRIPT}).text == escaped


def test_a_flask_that_always_escapes_does_so_whatever_the_name(load):
    app = load("flask_escaping").AlwaysEscaping("greeting", root_path=str(HERE))
    template = app.jinja_env.get_template("hello.html.j2")
    assert SCRIPT not in template.render(name=SCRIPT)


@pytest.mark.parametrize(("adapter", "overlapped"), [("serial", False), ("threaded", True)])
def test_four_waits_of_half_a_second_overlap_by_one_adapter_only(
    serve, seconds, asserted, adapter: str, overlapped: bool
):
    command = ("-m", "uvicorn", "--port={port}", f"flask_asgi:{adapter}")
    with serve.command(*command, PYTHONPATH=str(HERE)) as server:
        assert httpx.get(server.url).text == "done"
        took = seconds(server.url, int(asserted["requests_together"]))
        assert (took < asserted["seconds_in_a_row"]) is overlapped


@pytest.fixture
def visitor(serve) -> Iterator[httpx.Client]:
    variables = {"PYTHONPATH": str(HERE), "SECRET_KEY": "only-for-this-test"}
    with (
        serve.command(*GUNICORN, "flask_session_readable:app", **variables) as server,
        httpx.Client(base_url=server.url, timeout=30) as client,
    ):
        yield client


def contents(client: httpx.Client) -> str:
    return base64_decode(client.cookies["session"].split(".")[0]).decode()


def test_the_visitor_reads_the_code_in_the_cookie_and_confirms(visitor):
    visitor.post("/code")
    code = contents(visitor).split('"')[3]
    assert visitor.post("/confirm", data={"code": "a guess"}).status_code == 403
    assert visitor.post("/confirm", data={"code": code}).text == "Confirmed"


def kept_code(folder: Path) -> str:
    codes = sqlite3.connect(folder / "codes.sqlite3")
    code = codes.execute("SELECT code FROM code").fetchone()[0]
    codes.close()
    return code


def test_a_code_that_is_kept_on_the_server_is_not_in_the_cookie(visitor, tmp_path):
    visitor.post("/kept/code")
    code = kept_code(tmp_path)
    assert code not in contents(visitor)
    assert visitor.post("/kept/confirm", data={"code": code}).text == "Confirmed"
    assert visitor.post("/kept/confirm", data={"code": code}).status_code == 403


def test_a_wrong_guess_uses_the_kept_code_up(visitor, tmp_path):
    visitor.post("/kept/code")
    code = kept_code(tmp_path)
    assert visitor.post("/kept/confirm", data={"code": "a guess"}).status_code == 403
    assert visitor.post("/kept/confirm", data={"code": code}).status_code == 403


def test_the_program_is_the_same_with_and_without_a_word_about_debug_mode(load):
    for name in ("flask_debug_wrong", "flask_debug_right"):
        assert load(name).app.test_client().get("/price/tea").text == "3"


def test_in_debug_mode_a_stranger_sees_the_source_and_a_console(serve):
    with serve.command(str(HERE / "flask_debug_wrong.py"), "{port}") as server:
        assert httpx.get(f"{server.url}/price/tea").text == "3"
        page = httpx.get(f"{server.url}/price/gold")
        assert page.status_code == 500
        assert "EVALEX = true" in page.text
        assert "return str(PRICES[item])" in page.text


def test_a_production_server_hides_the_source_and_logs_the_traceback(serve):
    command = (*GUNICORN, "flask_debug_right:app")
    with serve.command(*command, PYTHONPATH=str(HERE)) as server:
        assert httpx.get(f"{server.url}/price/tea").text == "3"
        page = httpx.get(f"{server.url}/price/gold")
        assert page.status_code == 500
        assert "PRICES" not in page.text
        assert "KeyError: 'gold'" in server.log()


@pytest.fixture
def two_workers(serve) -> Iterator[Server]:
    command = (*GUNICORN, "--workers=2", "flask_global_state:app")
    with serve.command(*command, PYTHONPATH=str(HERE)) as server:
        yield server


def visit(server: Server, path: str) -> int:
    answer = httpx.post(server.url + path, headers={"Connection": "close"}, timeout=30)
    return int(answer.raise_for_status().text)


def test_each_worker_counts_for_itself(two_workers):
    counted = [visit(two_workers, "/wrong")]
    deadline = time.monotonic() + PATIENCE
    while counted[-1] == len(counted) and time.monotonic() < deadline:
        counted.append(visit(two_workers, "/wrong"))
    assert counted[-1] == 1
    assert len(counted) > 1


def test_a_database_counts_for_all_workers(two_workers):
    assert [visit(two_workers, "/right") for _ in range(20)] == list(range(1, 21))
