"""nginx in front, three programs behind it, each in a process of its own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest

from probes.serving import Serve, Server
from probes.zygote import Zygote

HERE = Path(__file__).parent / "behind_proxy"
SITE = (HERE / "site.conf").read_text()
GUNICORN = ("-m", "gunicorn", "--no-control-socket", "--bind=127.0.0.1:{port}", "--threads=4")
COMMANDS = {
    "fastapi": ("-m", "uvicorn", "--port={port}", "api:app"),
    "django": (*GUNICORN, "office:application"),
    "flask": (*GUNICORN, "pages:app"),
}
PORTS = {"fastapi": "8001", "django": "8002", "flask": "8003"}  # as the site's file names them
MAKE_STAFF = """
import office
from django.contrib.auth.models import User
from django.core.management import call_command
call_command("migrate", verbosity=0)
User.objects.create_superuser("ada", password="a long password")
"""
# What a distribution's own nginx.conf says around the folder of sites; here nothing of the system.
AROUND = """
{account}
pid nginx.pid;
daemon off;
events {{}}
http {{
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
    include site.conf;
}}
"""
START = """
import os, pathlib, sys
site, port, *words = sys.argv[1:]
pathlib.Path("site.conf").write_text(site.replace(":8000;", f":{port};"))
os.execv(words[0], words)
"""


def nginx() -> str:
    """Find the proxy; raises RuntimeError that says how to get it."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if found is None:
        raise RuntimeError(
            "this example needs nginx, which was not found; install it with `apt-get install "
            "nginx` (Debian, Ubuntu) or `brew install nginx` (macOS)"
        )
    return found


@contextmanager
def proxy(folder: Path, behind: dict[str, Server], site: str = SITE) -> Iterator[Server]:
    """Serve the site with nginx; nothing in its file is changed but the ports."""
    for framework, port in PORTS.items():
        site = site.replace(f":{port};", f":{behind[framework].port};")
    account = "user root;" if os.geteuid() == 0 else ""  # another could not enter the folder
    (folder / "nginx.conf").write_text(AROUND.format(account=account))
    words = (nginx(), "-p", f"{folder}/", "-c", "nginx.conf", "-e", "stderr")
    with Serve(folder, []).command("-c", START, site, "{port}", *words) as server:
        yield server


@pytest.fixture(scope="module")
def start(
    tmp_path_factory: pytest.TempPathFactory, zygotes: Callable[[str], Zygote]
) -> Callable[[str], AbstractContextManager[Server]]:
    """Return what serves the program of a framework; all of them share a database."""
    folder = tmp_path_factory.mktemp("programs")
    variables = {
        "PYTHONPATH": str(HERE),
        "SECRET_KEY": "only-for-this-test",
        "DATABASE": str(folder / "shop.sqlite3"),
    }
    make = [sys.executable, "-c", MAKE_STAFF]
    subprocess.run(make, env={**os.environ, **variables}, check=True)

    def serve(framework: str) -> AbstractContextManager[Server]:
        server = Serve(folder, [], zygotes(framework))
        return server.forked(*COMMANDS[framework], **variables)

    return serve


@pytest.fixture(scope="module")
def programs(start: Callable[[str], AbstractContextManager[Server]]) -> Iterator[dict[str, Server]]:
    with ExitStack() as stack:
        yield {framework: stack.enter_context(start(framework)) for framework in COMMANDS}


@pytest.fixture(scope="module")
def shop(programs: dict[str, Server], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with proxy(tmp_path_factory.mktemp("proxy"), programs) as server:
        yield server


@pytest.fixture
def visitor(shop: Server) -> Iterator[httpx.Client]:
    """Somebody who knows the one address, and comes from another than the proxy's."""
    transport = httpx.HTTPTransport(local_address="127.0.0.2")
    with httpx.Client(base_url=shop.url, timeout=30, transport=transport) as client:
        yield client


def log_in(client: httpx.Client) -> int:
    """Send the login form as a browser does, which names the page's origin."""
    page = client.get("/office/login/").text
    form = {"username": "ada", "password": "a long password", "next": "/office/"}
    form["csrfmiddlewaretoken"] = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    origin = str(client.base_url).rstrip("/")
    answer = client.post("/office/login/", data=form, headers={"Origin": origin})
    return answer.status_code


def add_product(client: httpx.Client, name: str) -> int:
    page = client.get("/office/shop/product/add/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    form = {"name": name, "csrfmiddlewaretoken": token}
    return client.post("/office/shop/product/add/", data=form).status_code


def test_what_staff_add_in_django_is_served_by_fastapi_and_flask(visitor: httpx.Client):
    assert log_in(visitor) == 302
    assert add_product(visitor, "Bell & lamp") == 302
    assert visitor.get("/api/products").json() == ["Bell & lamp"]
    assert "<li>Bell &amp; lamp</li>" in visitor.get("/").text


def test_a_visitor_without_a_login_does_not_get_into_the_office(visitor: httpx.Client):
    answer = visitor.get("/office/shop/product/add/")
    assert answer.status_code == 302
    assert answer.headers["location"].startswith("/office/login/")


def test_each_program_links_below_its_own_prefix(visitor: httpx.Client):
    assert visitor.get("/office/").headers["location"] == "/office/login/?next=/office/"
    style = re.search(r'href="([^"]+base\.css)"', visitor.get("/office/login/").text)[1]
    assert style.startswith("/office/static/")
    assert visitor.get(style).status_code == 200
    assert "url: '/api/openapi.json'" in visitor.get("/api/docs").text
    assert visitor.get("/api/openapi.json").status_code == 200


@pytest.mark.parametrize("address", ["/api/visitor", "/visitor"])
def test_the_visitors_own_address_arrives_and_a_claimed_one_does_not(
    visitor: httpx.Client, address: str
):
    told = visitor.get(address, headers={"X-Forwarded-For": "203.0.113.7"}).json()
    assert told == {"address": "127.0.0.2", "url": str(visitor.base_url.join(address))}


def test_the_cookies_of_the_office_stay_below_its_address(visitor: httpx.Client):
    log_in(visitor)
    assert {cookie.path for cookie in visitor.cookies.jar} == {"/office/"}


def test_one_program_may_stop_and_the_other_two_go_on(
    start: Callable[[str], AbstractContextManager[Server]],
    programs: dict[str, Server],
    tmp_path: Path,
):
    with start("fastapi") as api, proxy(tmp_path, {**programs, "fastapi": api}) as shop:
        assert httpx.get(f"{shop.url}/api/products").status_code == 200
        api.stop()
        assert httpx.get(f"{shop.url}/api/products").status_code == 502
        assert httpx.get(f"{shop.url}/").status_code == 200
        assert httpx.get(f"{shop.url}/office/login/").status_code == 200


def test_without_the_host_name_django_refuses_its_own_form(
    programs: dict[str, Server], tmp_path: Path
):
    forgetful = "".join(line for line in SITE.splitlines(True) if " Host " not in line)
    with (
        proxy(tmp_path, programs, forgetful) as shop,
        httpx.Client(base_url=shop.url, timeout=30) as client,
    ):
        assert log_in(client) == 403


def test_a_missing_proxy_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(RuntimeError, match="apt-get install nginx"):
        nginx()
