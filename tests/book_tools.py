"""The book for the tests: made once for all workers, and small books of hand-written pages."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests import yardstick
from tests.site_tools import CACHE, ROOT, build_second, built_site

PYTHON = ROOT / ".venv-book" / "bin" / "python"
A4 = [595, 842]
LETTER = [612, 792]


def run_book(
    *arguments: str, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a module of the book's environment and return what it said."""
    assert PYTHON.exists(), "no .venv-book; run make .venv-book/ready (make test does)"
    return subprocess.run(
        [PYTHON, "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": build_second(), **(settings or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=1800,
    )


def told_by(code: str) -> str:
    """Return what a few lines print in the book's environment."""
    told = subprocess.run(
        [PYTHON, "-c", code],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0"},  # else fonts say when they were cut
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def facts(file: Path) -> dict[str, Any]:
    """Return what book/check.py finds in a book."""
    told = run_book("book.check", str(file))
    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


@cache
def whole_book() -> Path:
    """Return the book of the present sources; the first worker that asks makes it."""
    file = CACHE / f"{built_site().name}-{_state_of_press()}.pdf"
    with (CACHE / "test-book.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            before = yardstick.seconds()
            made = run_book("book", f"--site={built_site()}", f"--out={file}")
            assert made.returncode == 0, made.stderr
            unit = (before + yardstick.seconds()) / 2
            said = f"{made.stderr}{made.stdout}yardstick: {unit:.2f} s\n"
            file.with_suffix(".log").write_text(said, encoding="utf-8")
    return file


def _state_of_press() -> str:
    """Return what stands for everything but the site that shapes a book."""
    files = sorted(
        file for file in (ROOT / "book").rglob("*") if file.suffix in (".py", ".css", ".ttf")
    )
    digest = hashlib.sha256((ROOT / "requirements" / "book.txt").read_bytes())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@cache
def whole_log() -> str:
    """Return what `python -m book` said while it made the whole book, and the yardstick."""
    return whole_book().with_suffix(".log").read_text(encoding="utf-8")


@cache
def whole_facts() -> dict[str, Any]:
    """Return the facts of the whole book, found once for all workers."""
    file = whole_book()
    stored = file.with_suffix(".facts.json")
    with (CACHE / "test-book.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stored.exists():
            stored.write_text(json.dumps(facts(file)), encoding="utf-8")
    found: dict[str, Any] = json.loads(stored.read_text(encoding="utf-8"))
    return found


def small_book(
    folder: Path, pages: Mapping[str, str], *options: str
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Make a book of hand-written pages, name to HTML; return its file and what was said."""
    site = folder / "site"
    for name, inside in pages.items():
        file = site / name / "index.html"
        file.parent.mkdir(parents=True)
        page = (
            f"<!doctype html><html><body><article><h1>{name}</h1>{inside}</article></body></html>"
        )
        file.write_text(page, encoding="utf-8")
    nav = "".join(f"      - {name}: {name}.md\n" for name in pages)
    config = folder / "mkdocs.yml"
    config.write_text(
        "site_name: Small\nsite_description: A small book.\nsite_url: https://docs.example/\n"
        f"nav:\n  - Part:\n{nav}",
        encoding="utf-8",
    )
    out = folder / "small.pdf"
    said = run_book("book", f"--site={site}", f"--config={config}", f"--out={out}", *options)
    return out, said


def squeezed(text: str) -> str:
    """Return a text without its white space, which a book sets as it likes."""
    return re.sub(r"\s+", "", text)
