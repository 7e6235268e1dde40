"""A page of React on another origin than its API, in a real browser, for each framework."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.load import ROOT
from probes.serving import Serve

pytestmark = pytest.mark.browser
EXAMPLE = ROOT / "examples" / "patterns" / "other_origin"
FRONT_END = EXAMPLE / "front_end"
GUNICORN = ("-m", "gunicorn", "--no-control-socket", "--bind=127.0.0.1:{port}", "--threads=4")
COMMANDS = {
    "fastapi": ("-m", "uvicorn", "--port={port}", "fastapi_app:app"),
    "flask": (*GUNICORN, "flask_app:app"),
    "django": (*GUNICORN, "django_app:application"),
}
READ = "api => fetch(`${api}/notes`, {credentials: 'include'}).then(a => a.text(), () => 'kept')"
BLIND = """api => fetch(`${api}/notes`, {mode: 'no-cors', credentials: 'include'})
  .then(answer => answer.type)"""
WRITE = """api => fetch(`${api}/notes`, {
  method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"text": "Forged"}',
}).then(answer => answer.type)"""


@dataclass(frozen=True)
class SetUp:
    """Where the front end is, a page of a neighbor, a page of another site, and the API."""

    front_end: str
    neighbor: str
    stranger: str
    api: str


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the library's name
        pass


@contextmanager
def pages(folder: Path) -> Iterator[int]:
    """Serve a folder on every name of this machine; gives the port."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(params=list(COMMANDS))
def set_up(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SetUp]:
    """The built page and the API of one framework, each on a host name of its own."""
    folder = shutil.copytree(FRONT_END / "dist", tmp_path / "pages")
    with pages(folder) as port:
        environment = {
            "PYTHONPATH": str(EXAMPLE),
            "FRONT_END": f"http://app.shop.localhost:{port}",
            "PASSWORD": "open sesame",
            "SECRET_KEY": "only-for-this-test",
        }
        with Serve(tmp_path, []).command(*COMMANDS[request.param], **environment) as server:
            api = f"http://api.shop.localhost:{server.port}"
            (folder / "config.json").write_text(json.dumps({"api": api}))
            neighbor = f"http://blog.shop.localhost:{port}/config.json"
            stranger = f"http://blog.else.localhost:{port}/config.json"
            yield SetUp(environment["FRONT_END"], neighbor, stranger, api)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile that nobody has used."""
    fresh = browser.new_context()
    yield fresh
    fresh.close()


def send(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).fill(text)
    page.get_by_role("button").click()


def signed_in(context: BrowserContext, set_up: SetUp) -> Page:
    page = context.new_page()
    page.goto(set_up.front_end)
    send(page, "Password", "open sesame")
    expect(page.get_by_role("heading")).to_have_text("Notes of Ada")
    return page


def test_the_page_signs_in_writes_and_is_still_known_after_a_reload(
    context: BrowserContext, set_up: SetUp
) -> None:
    page = signed_in(context, set_up)
    send(page, "Note", "Call Grace")
    expect(page.get_by_role("listitem")).to_have_text(["Buy milk", "Call Grace"])
    page.reload()
    expect(page.get_by_role("heading")).to_have_text("Notes of Ada")
    expect(page.get_by_role("listitem")).to_have_text(["Buy milk", "Call Grace"])


def test_the_page_can_read_why_it_was_refused(context: BrowserContext, set_up: SetUp) -> None:
    page = context.new_page()
    page.goto(set_up.front_end)
    send(page, "Password", "open barley")
    expect(page.get_by_role("alert")).to_have_text("refused with 403")


def test_a_page_of_a_neighbor_is_sent_the_cookie_and_neither_reads_nor_writes(
    context: BrowserContext, set_up: SetUp
) -> None:
    page = signed_in(context, set_up)
    neighbor = context.new_page()
    neighbor.goto(set_up.neighbor)
    assert neighbor.evaluate(READ, set_up.api) == "kept"
    with neighbor.expect_response("**/notes") as answered:
        assert neighbor.evaluate(BLIND, set_up.api) == "opaque"
    assert answered.value.status == 200  # without the cookie it would be 401
    with neighbor.expect_response("**/notes") as refused:
        assert neighbor.evaluate(WRITE, set_up.api) == "opaque"
    assert refused.value.status == 403
    page.reload()
    expect(page.get_by_role("listitem")).to_have_text(["Buy milk"])


def test_a_page_of_another_site_is_not_even_sent_the_cookie(
    context: BrowserContext, set_up: SetUp
) -> None:
    signed_in(context, set_up)
    stranger = context.new_page()
    stranger.goto(set_up.stranger)
    with stranger.expect_response("**/notes") as answered:
        assert stranger.evaluate(BLIND, set_up.api) == "opaque"
    assert answered.value.status == 401


def test_the_built_page_was_made_of_the_source_that_is_shown() -> None:
    built = (FRONT_END / "dist" / "app.js").read_text(encoding="utf-8")
    told = re.match(r"/\* made of main\.jsx, sha256 (\w+) \*/", built)
    assert told
    assert told[1] == hashlib.sha256((FRONT_END / "main.jsx").read_bytes()).hexdigest()
