"""What the page of production patterns says, seen on running servers."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest

from probes.serving import Serve, Server

HERE = Path(__file__).parent
MAKE_STAFF = """
import office_and_api
from django.contrib.auth.models import User
from django.core.management import call_command
call_command("migrate", verbosity=0)
User.objects.create_superuser("ada", password="a long password")
User.objects.create_user("bob", password="another password")
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Server]:
    environment = {
        "PYTHONPATH": str(HERE),
        "SECRET_KEY": "only-for-this-test",
        "DATABASE": str(tmp_path / "office.sqlite3"),
    }
    subprocess.run(
        [sys.executable, "-c", MAKE_STAFF], env={**os.environ, **environment}, check=True
    )
    command = ("-m", "uvicorn", "--port={port}", "--lifespan=off", "office_and_api:app")
    with Serve(tmp_path, []).command(*command, **environment) as server:
        yield server


def log_in(client: httpx.Client, name: str, password: str) -> int:
    page = client.get("/admin/login/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    form = {"username": name, "password": password, "csrfmiddlewaretoken": token}
    return client.post("/admin/login/?next=/admin/", data=form).status_code


def test_the_admin_and_the_api_share_a_process_and_a_login(office: Server):
    with httpx.Client(base_url=office.url, timeout=30) as client:
        assert client.get("/api/users").status_code == 401
        assert log_in(client, "ada", "a long password") == 302
        assert "Site administration" in client.get("/admin/").text
        assert client.get("/api/users").json() == ["ada", "bob"]


def test_somebody_who_is_not_staff_is_refused_by_both(office: Server):
    with httpx.Client(base_url=office.url, timeout=30) as client:
        assert log_in(client, "bob", "another password") == 200
        assert client.get("/api/users").status_code == 401


def test_eight_requests_at_once_leave_no_connection_open(office: Server):
    with httpx.Client(base_url=office.url, timeout=30) as client:
        log_in(client, "ada", "a long password")
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: client.get("/api/users"), range(8)))
    assert [answer.status_code for answer in answers] == [200] * 8
    opened = [Path(file.path).name for file in psutil.Process(office.pid).open_files()]
    assert opened.count("office.sqlite3") == 0


def test_the_admin_has_its_style_sheet(office: Server):
    assert httpx.get(f"{office.url}/static/admin/css/base.css").status_code == 200


@pytest.mark.parametrize(("parent", "ready"), [("forgetful", False), ("careful", True)])
def test_a_mounted_application_needs_its_lifespan_run_by_the_parent(
    tmp_path: Path, parent: str, ready: bool
):
    command = ("-m", "uvicorn", "--port={port}", f"common_parent:{parent}")
    with Serve(tmp_path, []).command(*command, PYTHONPATH=str(HERE)) as server:
        assert httpx.get(f"{server.url}/api/health").json() == {"ready": ready}
        assert httpx.get(server.url).text == "<h1>Pages</h1>"
