"""The built site for the tests: one build for all workers, what its pages hold, a small server."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml

from tests.browser import ADVICE, find

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Response

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
PYTHON = ROOT / ".venv" / "bin" / "python"
BASE = "/some/base/"
SITE_URL = f"https://docs.example{BASE}"
DAY = "1795305600"  # November 22, 2026, where neither the environment nor a commit names a day
SOURCES = (
    "mkdocs.yml",
    "builder",
    "data",
    "diagrams",
    "docs",
    "examples",
    "macros",
    "overrides",
    "probes",
)
UNUSED = ("__pycache__", "node_modules", ".pytest_cache")
_CODE = ("builder", "data", "macros", "overrides", "diagrams", "docs/assets", "examples/pitfalls")
OLD = 3600  # seconds
PATIENCE = 10_000  # milliseconds, for a machine under load
_BUILD = "import sys, pathlib; from builder import site; site.build(pathlib.Path(sys.argv[1]))"


def run_builder(
    *arguments: str, root: Path = ROOT, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program of the site's environment in ``root`` and return what it said."""
    return subprocess.run(
        [PYTHON, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(settings or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def build_into(target: Path, settings: Mapping[str, str] | None = None) -> None:
    """Build the whole site into ``target``; raises AssertionError with the builder's words."""
    fixed = {"SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": build_second(), **(settings or {})}
    result = run_builder("-c", _BUILD, str(target), settings=fixed)
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"


@cache
def build_second() -> str:
    """Return the second that the builds of this run take for now."""
    command = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return os.environ.get("SOURCE_DATE_EPOCH") or told.stdout.strip() or DAY


def built_site() -> Path:
    """Return the built site of the present sources; the first worker that asks builds it.

    Raises AssertionError with the builder's words, without building again for each test.
    """
    folder, complaint = _built_site()
    assert not complaint, complaint
    return folder


@cache
def _built_site() -> tuple[Path, str]:
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "test-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = CACHE / f"test-site-{_state_of_sources()}"
        try:
            if not folder.exists():
                _remove_old_sites()
                build_into(folder)
        except AssertionError as error:
            return folder, f"{error}"
    return folder, ""


def _state_of_sources() -> str:
    digest = hashlib.sha256(build_second().encode())
    for path in sorted(_source_files()):
        stat = path.stat()
        digest.update(f"{path}\0{stat.st_mtime_ns}\0{stat.st_size}\0".encode())
    return digest.hexdigest()[:16]


def _source_files() -> Iterator[Path]:
    for name in SOURCES:
        top = ROOT / name
        files = [top] if top.is_file() else top.rglob("*")
        yield from (file for file in files if file.is_file() and not set(file.parts) & {*UNUSED})


def _remove_old_sites() -> None:
    for folder in CACHE.glob("test-site-*"):
        if time.time() - folder.stat().st_mtime > OLD:
            shutil.rmtree(folder, ignore_errors=True)


class _ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml; `!ENV [NAME, default]` becomes its default."""


def _default(loader: _ConfigLoader, node: yaml.SequenceNode) -> Any:
    return loader.construct_sequence(node)[-1]


_ConfigLoader.add_constructor("!ENV", _default)


@cache
def config() -> dict[str, Any]:
    """Return what mkdocs.yml says."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, _ConfigLoader)
    return read


def nav_pages() -> list[str]:
    """Return the sources of all pages of the navigation, in its order."""
    return list(_leaves(config()["nav"]))


def _leaves(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    else:
        for child in item.values() if isinstance(item, dict) else item:
            yield from _leaves(child)


def address_of(source: str) -> str:
    """Return the address of a page below the base: `a/b.md` is at `a/b/`."""
    bare = source.removesuffix(".md")
    return "" if bare == "index" else bare.removesuffix("/index") + "/"


def small_project(folder: Path, texts: Mapping[str, str]) -> None:
    """Copy into ``folder`` what a build needs, with few pages."""
    for name in _CODE:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*UNUSED))
    for watched in config()["watch"]:
        (folder / watched).mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / "docs" / name).write_text(f"---\ndescription: A page.\n---\n{text}")
    nav = "".join(f"  - {name}\n" for name in texts)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(re.sub(r"(?m)^nav:\n(?: .*\n)+", f"nav:\n{nav}", settings))


def with_data_alone(folder: Path, data: str) -> None:
    """Give a small project other data, without all that speaks of the rows of ours."""
    shutil.rmtree(folder / "data" / "evidence")
    (folder / "data" / "evidence").mkdir()
    (folder / "data" / "comparison.yml").write_text(data, encoding="utf-8")
    (folder / "data" / "claims.yml").write_text("topics: []\nclaims: []\n")
    needs = folder / "macros" / "needs.py"
    needs.write_text(f"{needs.read_text(encoding='utf-8')}\n\nQUESTIONS = ()\n")


@dataclass
class Page:
    """What the tests ask of one built page."""

    address: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    headings: int = 0
    title: str = ""
    description: str = ""
    figures: int = 0
    drawings: int = 0
    text: str = ""


@cache
def pages() -> tuple[Page, ...]:
    """Return every page of the built site, read once for all workers."""
    site = built_site()
    with (CACHE / "test-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stored = CACHE / f"{site.name}.json"
        if not stored.exists():
            found = [asdict(read_page(file, site)) for file in sorted(site.rglob("*.html"))]
            stored.write_text(json.dumps(found), encoding="utf-8")
    return tuple(Page(**page) for page in json.loads(stored.read_text(encoding="utf-8")))


def read_page(file: Path, site: Path) -> Page:
    """Return what one HTML file holds."""
    reader = _Reader(file.relative_to(site).as_posix().removesuffix("index.html"))
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    reader.page.text = "".join(reader.words)
    return reader.page


_FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"}
_FETCHED |= {"prefetch", "manifest", "apple-touch-icon"}
_SILENT = ("script", "style", "pre", "code")


class _Reader(HTMLParser):
    """Collects what a Page holds; the text leaves code and scripts out."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.page = Page(address)
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        self.page.ids += [given["id"]] if "id" in given else []
        self.page.headings += tag == "h1"
        self.page.figures += tag == "figure" and "diagram" in classes
        self.page.drawings += tag == "svg" and "drawing" in classes
        if tag == "meta" and given.get("name") == "description":
            self.page.description = given.get("content", "")
        if (tag in (*_SILENT, "title") and "svg" not in self.open) or tag == "svg":
            self.open.append(tag)
        self._addresses(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"]:
            self.page.title += data
        elif not set(self.open) & {*_SILENT}:
            self.words.append(data)

    def _addresses(self, tag: str, given: Mapping[str, str]) -> None:
        fetched = {given[name] for name in ("src", "srcset", "poster") if name in given}
        fetched |= {given["data"]} if tag == "object" else set()
        if tag == "link" and _FETCHED & set(given.get("rel", "").split()):
            fetched.add(given["href"])
        self.page.resources += sorted(fetched)
        self.page.links += sorted(fetched)
        if "href" in given and not ("svg" in self.open and tag == "use"):
            self.page.links.append(given["href"])
        if given.get("property") in ("og:image", "og:url"):
            self.page.links.append(given["content"])


def target_of(link: str, page: str) -> tuple[Path, str] | None:
    """Return the file and the anchor that a link of a page leads to; None for another site."""
    address, anchor = urldefrag(urljoin(SITE_URL + page, link))
    if not address.startswith(SITE_URL):
        return None
    path = unquote(address.removeprefix(SITE_URL).partition("?")[0])
    file = built_site() / path
    return (file / "index.html" if file.is_dir() or not path else file), unquote(anchor)


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


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on a free loopback port; yields the address of its home page."""

    def handler(*arguments: Any) -> _Handler:
        return _Handler(*arguments, directory=str(folder))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
        finally:
            server.shutdown()
            thread.join()


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
        self.page.on("requestfailed", lambda request: self.errors.append(f"failed {request.url}"))
        self.page.on("response", self._response)
        self.page.on("console", self._console)

    def go(self, address: str) -> None:
        """Open an address below the base and wait until the page has loaded."""
        self.page.goto(self.home + address, wait_until="load")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.errors.append(f"{response.status} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)
