"""A reader of the built site: a small server, a browser, and what went wrong in a visit."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import ADVICE, find
from tests.site_tools import BASE, built_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, Response

# A packet ends behind a tag, at least so many bytes on, and never inside a word of the text: a
# browser moves half a word to the next line when its other half comes. Then a frame is drawn.
PACKET = re.compile(rb".{120,}?(?<!<span)>(?=\s)|.+", re.DOTALL)
PAUSE = 0.02  # seconds: longer than a frame
PATIENCE = 10_000  # milliseconds, for a machine under load


class _Handler(SimpleHTTPRequestHandler):
    """Serves the built site below BASE, and its 404 page for everything else."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(BASE) if path.startswith(BASE) else "no such page"
        return super().translate_path(f"/{below}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes() if code == 404 else b""
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the library's name
        pass


class _Packets(_Handler):
    """Serves each page in packets with a pause between them, as a slow network does."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if not self.path.endswith("/"):
            return super().copyfile(source, outputfile)
        for packet in PACKET.findall(source.read()):
            outputfile.write(packet)
            time.sleep(PAUSE)
        return None


@contextmanager
def served(folder: Path, *, in_packets: bool = False) -> Iterator[str]:
    """Serve ``folder`` on a free loopback port; yields the address of its home page."""

    def handler(*arguments: Any) -> _Handler:
        kind = _Packets if in_packets else _Handler
        return kind(*arguments, directory=str(folder))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module", name="home")
def home_fixture() -> Iterator[str]:
    """The address of the served site."""
    with served(built_site()) as address:
        yield address


@pytest.fixture(scope="session", name="browser")
def browser_fixture() -> Iterator[Browser]:
    """Return the browser that all tests of one worker share."""
    with chromium() as browser:
        yield browser


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of this machine; skips the tests where there is none."""
    from playwright.sync_api import sync_playwright

    path = find()
    if path is None:
        pytest.skip(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """A page in a browser, with all that went wrong in it and all that it asked for."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(f"{error}"))
        self.page.on("requestfailed", self._request_failed)
        self.page.on("response", self._response)
        self.page.on("console", self._console)

    def _request_failed(self, request: Request) -> None:
        # The browser asks for the icon last, and gives up when the test leaves the page.
        icon_given_up = "favicon" in request.url and request.failure == "net::ERR_ABORTED"
        if not icon_given_up:
            self.errors.append(f"failed {request.url}")

    def go(self, address: str) -> None:
        """Open an address below the base and wait until the page has loaded."""
        self.page.goto(self.home + address, wait_until="load")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.errors.append(f"{response.status} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)
