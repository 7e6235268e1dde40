"""What the course says about its programs is what they do."""

import importlib.util
import os
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import httpx
import pytest

from probes.serving import Serve

HERE = Path(__file__).parent


def load(name: str):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ask_bare(path: str, method: str = "GET") -> tuple[str, str]:
    environ = {"PATH_INFO": path, "REQUEST_METHOD": method}
    setup_testing_defaults(environ)
    said = []
    body = load("without_framework").application(environ, lambda status, _: said.append(status))
    return said[0], b"".join(body).decode()


def test_the_program_without_a_framework_greets_and_escapes():
    assert ask_bare("/hello/Ada") == ("200 OK", "<p>Hello, Ada</p>")
    assert ask_bare("/hello/<b>") == ("200 OK", "<p>Hello, &lt;b&gt;</p>")


def test_the_program_without_a_framework_refuses_the_rest():
    assert ask_bare("/films")[0] == "404 Not Found"
    assert ask_bare("/hello/Ada", "POST")[0] == "405 Method Not Allowed"


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    return Serve(tmp_path, [])


@pytest.mark.parametrize(
    ("server", "program"),
    [
        (["uvicorn", "--port={port}"], "hello_fastapi:app"),
        (["gunicorn", "--bind=127.0.0.1:{port}"], "hello_flask:app"),
        (["gunicorn", "--bind=127.0.0.1:{port}"], "hello_django:application"),
    ],
)
def test_the_three_greet_alike(serve: Serve, server: list[str], program: str):
    command = ("-m", *server, program)
    with serve.command(*command, PYTHONPATH=str(HERE)) as running:
        answer = httpx.get(f"{running.url}/hello/Ada")
    assert answer.json() == {"message": "Hello, Ada"}


def test_the_flask_program_counts_the_visits_of_each_browser(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(os.environ, "SECRET_KEY", "only-for-this-test")
    app = load("flask_visits").app
    ada, bob = app.test_client(), app.test_client()
    assert ada.get("/hello/Ada").text == "<p>Hello, Ada. Visits: 1</p>"
    assert ada.get("/hello/Ada").text == "<p>Hello, Ada. Visits: 2</p>"
    assert bob.get("/hello/<b>").text == "<p>Hello, &lt;b&gt;. Visits: 1</p>"


@pytest.fixture
def typed():
    from fastapi.testclient import TestClient

    return TestClient(load("fastapi_typed").app)


def test_the_fastapi_program_computes_with_what_it_understood(typed):
    answer = typed.post("/items?copies=3", json={"name": "tea", "price": "1.5"})
    assert answer.json() == {"name": "tea", "total": 4.5}


@pytest.mark.parametrize(
    ("address", "body", "place"),
    [
        ("/items", {"name": "tea"}, ["body", "price"]),
        ("/items", {"name": "a" * 21, "price": 1}, ["body", "name"]),
        ("/items?copies=many", {"name": "tea", "price": 1}, ["query", "copies"]),
    ],
)
def test_the_fastapi_program_names_the_wrong_field(typed, address, body, place):
    answer = typed.post(address, json=body)
    assert answer.status_code == 422
    assert [error["loc"] for error in answer.json()["detail"]] == [place]


def test_the_two_in_one_process_answer_each_under_its_path():
    from fastapi.testclient import TestClient

    client = TestClient(load("one_process").service)
    assert client.get("/site/").text == "<h1>Welcome</h1>"
    assert client.get("/api/price").json() == {"price": 7}


def test_the_program_without_a_framework_serves_on_the_port_that_it_is_given(tmp_path: Path):
    with Serve(tmp_path, []).command(str(HERE / "without_framework.py"), "{port}") as server:
        assert httpx.get(f"{server.url}/hello/Ada", timeout=30).text == "<p>Hello, Ada</p>"


@pytest.mark.parametrize(
    ("sent", "name"), [("Zo%C3%AB", "Zoë"), ("100%25", "100%"), ("%2525", "%25"), ("%FF", "\ufffd")]
)
def test_the_program_without_a_framework_decodes_a_name_once(tmp_path: Path, sent: str, name: str):
    with Serve(tmp_path, []).command(str(HERE / "without_framework.py"), "{port}") as server:
        answer = httpx.get(f"{server.url}/hello/{sent}", timeout=30)
    assert answer.text == f"<p>Hello, {name}</p>"
