"""The preview shows a saved page at once, finds a port, and says nothing of who hangs up."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from builder import live
from tests.site_tools import (
    PYTHON,
    ROOT,
    SITE_URL,
    SOURCES,
    UNUSED,
    build_second,
    built_site,
    run_builder,
)

HOST = "127.0.0.1"
HIGHEST = 65_535
_ASK = "import sys; from builder import preview; preview.LAST_PORT = int(sys.argv[2]); "
_PORT = f"{_ASK} print(preview.free_port(int(sys.argv[1])))"
_DISMISS = """
import sys
from pathlib import Path
from builder.standby import Standby
waiting = Standby(Path(sys.argv[1]), Path(sys.argv[1]), site_url="http://127.0.0.1/")
waiting.dismiss()
"""
_SHOW = """
import os, resource, sys, time
from pathlib import Path
from builder.standby import Standby
site, aside = map(Path, sys.argv[1:])
waiting = Standby(site, aside, site_url=os.environ["SITE_URL"])
assert waiting.show("index.md")  # now it is ready
status = Path(f"/proc/{waiting._process.pid}/stat")
used = lambda: sum(map(float, status.read_text().split()[13:15]))
began, before = time.monotonic(), used()
assert waiting.show("compare/security.md")
print(time.monotonic() - began, (used() - before) / os.sysconf("SC_CLK_TCK"))
waiting.dismiss()
"""
_STAMP = "from builder import whole; whole.STAMP.write_text(whole.fingerprint())"
SAVED = "learn/flask.md"
PREVIEW = ".cache/preview/site"  # what the preview serves
SECONDS = 1.0  # of processor time, from the word to the finished page
SOON, GENEROUS = 15.0, 60.0  # seconds on a busy machine; an engine that starts needs the second
_SERVE = f"{_ASK} sys.exit(preview.serve(int(sys.argv[1])))"


@pytest.fixture
def taken() -> Iterator[int]:
    """A loopback port that somebody listens on, while the next one is free."""
    with ExitStack() as kept:
        while True:
            port: int = kept.enter_context(listening(0)).getsockname()[1]
            if port < HIGHEST and is_free(port + 1):
                break
        yield port


def test_a_free_port_is_used_as_it_is(taken: int) -> None:
    assert free_port(taken + 1, last=taken + 1) == str(taken + 1)


def test_instead_of_a_taken_port_comes_the_next_free_one(taken: int) -> None:
    assert free_port(taken, last=taken + 1) == str(taken + 1)


def test_several_taken_ports_are_passed_over(taken: int) -> None:
    with listening(taken + 1):
        assert int(free_port(taken, last=taken + 50)) > taken + 1


def test_without_any_free_port_the_preview_says_so_and_stops(taken: int) -> None:
    assert free_port(taken, last=taken) == "None"
    result = run_builder("-c", _SERVE, str(taken), str(taken))
    assert result.returncode == 1
    assert f"no free port from {taken} to {taken}" in f"{result.stdout}{result.stderr}"


def test_an_engine_that_is_not_needed_goes_without_building(tmp_path: Path) -> None:
    target = tmp_path / "site"
    result = run_builder("-c", _DISMISS, str(target), settings={"SITE_URL": f"http://{HOST}/"})
    assert result.returncode == 0, result.stderr
    assert not target.exists()


def test_a_page_shown_alone_has_the_bytes_that_a_whole_build_gives_it(tmp_path: Path) -> None:
    page = "compare/security/index.html"
    site = shutil.copytree(built_site(), tmp_path / "site")
    (site / page).unlink()
    settings = {"SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": build_second()}
    told = run_builder("-c", _SHOW, str(site), str(tmp_path / "aside"), settings=settings)
    assert told.returncode == 0, told.stderr
    assert (site / page).read_bytes() == (built_site() / page).read_bytes()
    wall, processor = map(float, told.stdout.split())
    print(f"shown in {wall:.2f} s, of which {processor:.2f} s of processor time")
    assert processor < SECONDS


def test_a_saved_page_is_seen_soon_and_a_second_one_while_all_is_built(tmp_path: Path) -> None:
    root = whole_project(tmp_path / "clone")
    port = next(port for port in range(20_000, HIGHEST) if is_free(port))
    with serving(root, port):
        until(lambda: "Flask" in page_of(port))
        for word, bound in (("Zebrastreifen", GENEROUS), ("Bahnsteigkante", SOON)):
            began = time.monotonic()
            page = root / "docs" / SAVED
            page.write_text(f"{page.read_text(encoding='utf-8')}\n\n{word}\n", encoding="utf-8")
            until(lambda word=word: word in page_of(port))  # type: ignore[misc]
            took = time.monotonic() - began
            print(f"{word} was seen {took:.2f} s after it was saved")
            assert took < bound
            assert "Content-Security-Policy" in page_of(port)
            assert "assets/css/all." in page_of(port)


def test_a_changed_cell_is_seen_on_the_open_page_before_all_is_built(tmp_path: Path) -> None:
    root = whole_project(tmp_path / "clone")
    port = next(port for port in range(20_000, HIGHEST) if is_free(port))
    data = root / "data" / "comparison.yml"
    before, after = "checks every form post", "examines every form post"
    with serving(root, port):
        until(lambda: before in page_of(port, "compare/security.md"))
        began = time.monotonic()
        data.write_text(data.read_text("utf-8").replace(before, after), "utf-8")
        until(lambda: after in page_of(port, "compare/security.md"))
        print(f"the cell was seen {time.monotonic() - began:.2f} s after it was saved")
        assert before in (root / PREVIEW / "learn/quiz/sites/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("error", "told"), [(ConnectionResetError, False), (BrokenPipeError, False), (ValueError, True)]
)
def test_a_reader_who_hangs_up_is_no_news(
    error: type[Exception], told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with live.server(0, tmp_path, live.Version()) as server:
        try:
            raise error
        except error:
            server.handle_error((b"", server.socket), (HOST, 1))
    assert (error.__name__ in capsys.readouterr().err) is told


def whole_project(root: Path) -> Path:
    """Return a copy of the project in ``root`` whose preview is already built."""
    root.mkdir()
    ignored = shutil.ignore_patterns(*UNUSED)
    for name in SOURCES:
        source = ROOT / name
        if source.is_file():
            shutil.copy2(source, root / name)
        else:
            shutil.copytree(source, root / name, ignore=ignored)
    shutil.copytree(built_site(), root / PREVIEW)
    result = run_builder("-c", _STAMP, root=root)
    assert result.returncode == 0, result.stderr
    return root


@contextmanager
def serving(root: Path, port: int) -> Iterator[None]:
    """Keep a preview of ``root`` running on ``port``."""
    command = [str(PYTHON), "-m", "builder", "serve", f"--port={port}"]
    process = subprocess.Popen(command, cwd=root, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def page_of(port: int, source: str = SAVED) -> str:
    """Return the page on show, or "" while there is none."""
    address = f"http://{HOST}:{port}/{source.removesuffix('.md')}/"
    try:
        with urllib.request.urlopen(address, timeout=GENEROUS) as answer:
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; raises AssertionError after GENEROUS seconds."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < GENEROUS
        time.sleep(0.01)


def free_port(first: int, *, last: int) -> str:
    """Return the port that the preview would use, asked in the site's own environment."""
    result = run_builder("-c", _PORT, str(first), str(last))
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def listening(port: int) -> socket.socket:
    """Return a socket that listens on a loopback port; 0 stands for any."""
    listener = socket.socket()
    listener.bind((HOST, port))
    listener.listen()
    return listener


def is_free(port: int) -> bool:
    """Tell whether nobody listens on a loopback port."""
    with socket.socket() as asking:
        return asking.connect_ex((HOST, port)) != 0
