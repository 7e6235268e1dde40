"""What the pitfalls page says happens, happens."""

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import httpx
import pytest

from probes.serving import Serve, Server

HERE = Path(__file__).parent


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_incomplete_login_looks_fine_until_somebody_needs_it():
    client = load("flask_login_missing").app.test_client()
    assert client.get("/").text == "Hello"
    client.application.testing = True
    with pytest.raises(Exception, match="Missing user_loader or request_loader"):
        client.get("/account")
    with pytest.raises(RuntimeError, match="no secret key was set"):
        client.post("/login")


def test_with_a_key_the_login_succeeds_and_the_next_request_fails():
    app = load("flask_login_missing").app
    app.config.update(SECRET_KEY="only-for-this-test", TESTING=True)
    client = app.test_client()
    assert client.post("/login").text == "Welcome"
    with pytest.raises(Exception, match="Missing user_loader"):
        client.get("/account")


def test_a_key_and_a_loader_are_what_the_first_login_lacks():
    module = load("flask_login_missing")
    module.app.config["SECRET_KEY"] = "only-for-this-test"
    module.login_manager.user_loader(lambda user_id: module.User())
    client = module.app.test_client()
    client.post("/login")
    assert client.get("/account").text == "Your account"


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SECRET_KEY", "only-for-this-test")
    module = load("flask_login_complete")
    app = module.create_app("sqlite:///:memory:")
    with app.app_context():
        module.create_user("ada", "a long password")
    with app.test_client() as client:
        yield client
    with app.app_context():
        module.db.engine.dispose()


def log_in(client, password: str) -> int:
    page = client.get("/login").text
    token = re.search(r'value="([^"]+)"', page)[1]
    form = {"name": "ada", "password": password, "csrf_token": token}
    return client.post("/login", data=form).status_code


def test_the_complete_login_lets_the_right_password_in(complete):
    assert complete.get("/account").status_code == 401
    assert log_in(complete, "a long password") == 200
    assert complete.get("/account").text == "Your account"


def test_the_complete_login_refuses_a_wrong_password(complete):
    assert log_in(complete, "a guess") == 401
    assert complete.get("/account").status_code == 401


def test_the_complete_login_refuses_a_form_without_a_token(complete):
    form = {"name": "ada", "password": "a long password"}
    assert complete.post("/login", data=form).status_code == 400


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    return Serve(tmp_path, [])


def run_here(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=HERE, capture_output=True, text=True, check=False,
        env={**os.environ, "SECRET_KEY": "only-for-this-test"},
    )  # fmt: skip


@pytest.fixture
def small_django(serve: Serve) -> Iterator[Server]:
    secret = {"SECRET_KEY": "only-for-this-test", "PYTHONPATH": str(HERE)}
    command = ("-m", "gunicorn", "--bind=127.0.0.1:{port}", "django_small:application")
    with serve.command(*command, **secret) as server:
        yield server


def test_the_one_file_django_answers_with_json(small_django: Server):
    answer = httpx.get(f"{small_django.url}/convert/100")
    assert answer.json() == {"fahrenheit": 212.0}
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_one_file_django_refuses_what_it_does_not_serve(small_django: Server):
    assert httpx.get(f"{small_django.url}/convert/warm").status_code == 404
    assert httpx.post(f"{small_django.url}/convert/100").status_code == 405


def test_the_one_file_django_asks_nobody_for_the_host(small_django: Server):
    other = httpx.get(f"{small_django.url}/convert/100", headers={"host": "evil.test"})
    assert other.status_code == 200


@pytest.fixture
def stripped_django(serve: Serve) -> Iterator[Server]:
    secret = {"SECRET_KEY": "only-for-this-test", "PYTHONPATH": str(HERE)}
    command = ("-m", "gunicorn", "--bind=127.0.0.1:{port}", "django_stripped:application")
    with serve.command(*command, **secret) as server:
        yield server


def test_the_stripped_django_answers_until_its_session_is_needed(stripped_django: Server):
    assert httpx.get(f"{stripped_django.url}/convert/100").json() == {"fahrenheit": 212.0}
    assert httpx.get(f"{stripped_django.url}/remember/100").status_code == 500
    assert "Session" not in stripped_django.log()


def test_the_stripped_django_kept_the_middleware_of_an_application_that_is_gone():
    asked = """import django_stripped, django.test
django.test.Client().get("/remember/100", headers={"host": "127.0.0.1"})"""
    said = run_here("-c", asked)
    assert "RuntimeError: Model class django.contrib.sessions.models.Session" in said.stderr


def test_the_stripped_django_takes_any_method_and_lost_a_header(stripped_django: Server):
    answer = httpx.delete(f"{stripped_django.url}/convert/100")
    assert answer.status_code == 200
    assert "x-content-type-options" not in answer.headers


@pytest.mark.parametrize("name", ["django_small", "django_stripped"])
def test_the_system_check_finds_nothing_in_either(name: str):
    said = run_here(f"{name}.py", "check")
    assert said.stdout == "System check identified no issues (0 silenced).\n"


@pytest.fixture(params=["fastapi_waiting", "fastapi_sync_orm"])
def waiting(request: pytest.FixtureRequest, serve: Serve, tmp_path: Path) -> Iterator[Server]:
    command = ("-m", "uvicorn", "--port={port}", f"{request.param}:app")
    variables = {"PYTHONPATH": str(HERE), "DATABASE": str(tmp_path / "slow.sqlite3")}
    with serve.command(*command, **variables) as server:
        yield server


@pytest.mark.parametrize(
    ("path", "overlapped"),
    [("/blocking-in-async", False), ("/plain", True), ("/awaiting", True)],
)
def test_waits_overlap_unless_the_loop_is_blocked(
    waiting: Server,
    seconds: Callable[[str, int], float],
    asserted: dict[str, float],
    path: str,
    overlapped: bool,
):
    assert httpx.get(waiting.url + path).json() == "done"
    took = seconds(waiting.url + path, int(asserted["requests_together"]))
    assert (took < asserted["seconds_in_a_row"]) is overlapped


@pytest.mark.parametrize("name", ["fastapi_waiting", "fastapi_sync_orm", "flask_asgi"])
def test_each_wait_is_as_long_as_the_page_says(name: str, asserted: dict[str, float]):
    text = (HERE / f"{name}.py").read_text("utf-8")
    assert set(re.findall(r"(?:sleep|pause)\((\d[\d.]*)\)", text)) == {
        str(asserted["seconds_each"])
    }
    in_a_row = asserted["requests_together"] * asserted["seconds_each"]
    assert asserted["seconds_in_a_row"] == in_a_row
