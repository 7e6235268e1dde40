"""The look at links to other sites, asked of a server on loopback."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from upkeep import __main__ as commands
from upkeep import links

pytestmark = pytest.mark.usefixtures("own_event_loop")

ASKED: Counter[str] = Counter()
PAGE = b'<html><h1 id="there">x</h1><a name="old"></a><h2 id="user-content-readme">y</h2></html>'


class Handler(BaseHTTPRequestHandler):
    """Answers each path as its name says."""

    def do_GET(self) -> None:
        ASKED[self.path] += 1
        flaky = self.path == "/flaky" and ASKED[self.path] == 1
        status = {"/gone": 404, "/left": 410, "/refused": 403, "/moved": 302}.get(self.path, 200)
        self.send_response(503 if flaky else status)
        if self.path == "/moved":
            self.send_header("Location", "/page")
        kind = "text/plain" if self.path == "/plain" else "text/html; charset=utf-8"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve on a free loopback port; yields the address without a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    ASKED.clear()
    monkeypatch.setattr(links, "FIRST_PAUSE", 0.0)


def answer(address: str) -> links.Answer:
    (found,) = links.ask_all([address])
    return found


@pytest.mark.parametrize(
    "path",
    ["/page", "/moved", "/flaky", "/plain#any", "/page#there", "/page#old", "/page#readme"],
)
def test_what_answers_is_well(address: str, path: str) -> None:
    assert answer(address + path) == links.Answer(address + path)


@pytest.mark.parametrize("path", ["/page#L10-L20", "/page#:~:text=x", "/page#/route"])
def test_an_anchor_that_no_page_spells_out_is_not_missed(address: str, path: str) -> None:
    assert answer(address + path).wrong == ""


@pytest.mark.parametrize(
    ("path", "wrong"), [("/gone", "404"), ("/left", "410"), ("/page#gone", "no anchor #gone")]
)
def test_what_leads_nowhere_is_dead(address: str, path: str, wrong: str) -> None:
    assert answer(address + path) == links.Answer(address + path, wrong, dead=True)


def test_a_site_that_refuses_programs_is_not_dead_and_is_asked_three_times(address: str) -> None:
    assert answer(address + "/refused") == links.Answer(address + "/refused", "403", dead=False)
    assert ASKED["/refused"] == links.TRIES


def test_a_host_that_is_not_there_is_dead() -> None:
    assert answer("http://127.0.0.1:9/").dead


def test_a_page_is_asked_once_for_all_its_anchors(address: str) -> None:
    found = links.ask_all([f"{address}/page", f"{address}/page#there", f"{address}/page#gone"])
    assert ASKED["/page"] == 1
    assert [each.dead for each in found] == [False, False, True]


def test_links_are_collected_with_their_pages_and_without_our_own(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    page = (
        '<a href="https://x.example/">x</a><a href="b/">b</a><a href="https://me.example/c">c</a>'
    )
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "a" / "index.html").write_text(page, encoding="utf-8")
    found = links.external(tmp_path, own=["https://me.example/"])
    assert found == {"https://x.example/": ("a/", "index.html")}


def test_our_own_addresses_are_those_of_the_configuration() -> None:
    assert links.own_addresses() == (
        "https://github.com/test-drive-docs/test-drive",
        "https://test-drive-docs.github.io/test-drive/",
    )


def test_the_text_names_dead_links_first_and_is_empty_without_any() -> None:
    known = {"https://a.example/": ("x/",), "https://b.example/": ("y/",)}
    dead = links.Answer("https://a.example/", "404", dead=True)
    unsure = links.Answer("https://b.example/", "403")
    text = links.text(known, [unsure, dead])
    assert text.startswith("1 link of 2 lead nowhere.\n\n- `https://a.example/`: `404`, on `x/`")
    assert text.index("a.example") < text.index("did not answer a program") < text.index("b.ex")
    assert links.text(known, [unsure]) == ""


def test_one_host_that_answers_anything_is_a_network(address: str) -> None:
    links.check_network({"http://127.0.0.1:9/": ("x/",), f"{address}/refused": ("y/",)})
    links.check_network({})


def test_without_a_network_nothing_is_called_dead_and_the_plan_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = '<a href="http://127.0.0.1:9/a">a</a><a href="http://127.0.0.1:9/b">b</a>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    monkeypatch.setattr(commands, "DEAD_LINKS", tmp_path / "links" / "issue.md")
    assert commands.main(["links", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "no way to other sites: none of 1 host answered (http://127.0.0.1:9/a: Conn" in said
    assert said.endswith("2 links of 1 host would have been asked:\n     2 127.0.0.1:9\n")
    assert not (tmp_path / "links").exists()
