"""What the pitfalls page says happens, happens."""

import asyncio
import importlib.util
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
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
    other = httpx.get(f"{small_django.url}/convert/100", headers={"host": "evil.test"})
    assert other.status_code in (200, 400)


def test_the_one_file_django_has_the_usual_commands():
    command = [sys.executable, "django_small.py", "check"]
    variables = {**os.environ, "SECRET_KEY": "only-for-this-test"}
    said = subprocess.run(
        command, cwd=HERE, env=variables, capture_output=True, text=True, check=False
    )
    assert said.stdout == "System check identified no issues (0 silenced).\n"


@pytest.fixture
def waiting(serve: Serve) -> Iterator[Server]:
    command = ("-m", "uvicorn", "--port={port}", "fastapi_waiting:app")
    with serve.command(*command, PYTHONPATH=str(HERE)) as server:
        yield server


@pytest.mark.parametrize(
    ("path", "overlapped"),
    [("/blocking-in-async", False), ("/plain", True), ("/awaiting", True)],
)
def test_four_waits_of_half_a_second_overlap_unless_the_loop_is_blocked(
    waiting: Server, path: str, overlapped: bool
):
    async def seconds() -> float:
        async with httpx.AsyncClient(timeout=30) as client:
            started = time.perf_counter()
            await asyncio.gather(*(client.get(waiting.url + path) for _ in range(4)))
            return time.perf_counter() - started

    assert (asyncio.run(seconds()) < 1.5) is overlapped
