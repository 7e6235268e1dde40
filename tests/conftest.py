"""What several test files need: a small valid data file, and the committed one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from macros import load
from macros.chooser import Chooser, checked
from macros.ledger import Ledger
from tests.visits import browser_fixture, home_fixture

__all__ = ["browser_fixture", "home_fixture"]  # fixtures, used by their names

SMALL = """\
frameworks:
  - {id: flask, name: Flask, version: "3.1.3", released: 2026-02-18, license: BSD-3-Clause,
     home: "https://flask.example/", docs: "https://flask.example/docs/",
     repository: "https://flask.example/code/", package: Flask, vehicle: bicycle,
     tagline: A small core that you extend.}
  - {id: django, name: Django, version: "6.1.3", released: 2026-11-03, license: BSD-3-Clause,
     home: "https://django.example/", docs: "https://django.example/docs/",
     repository: "https://django.example/code/", package: Django, vehicle: car,
     tagline: Batteries included.}

groups:
  - id: security
    title: Security
    summary: What is on before you write a line.

rows:
  - id: csrf
    group: security
    title: CSRF protection
    question: Is a form post without a token refused?
    aliases: [xsrf]
    cells:
      flask:
        support: third_party
        package: Flask-WTF
        answer: Accepted
        observed: "200"
        docs: https://flask.example/csrf/
      django:
        support: partial
        answer: Refused
        observed: "403"
        note: Only with the middleware.
        docs: https://django.example/csrf/
"""


@pytest.fixture
def own_event_loop() -> Iterator[None]:
    """Let a test run an event loop of its own, though the worker's browser keeps one open."""
    of_the_browser = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(of_the_browser)


@pytest.fixture
def small() -> str:
    """Return the text of a small valid data file."""
    return SMALL


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    """Return a small valid data file."""
    file = tmp_path / "comparison.yml"
    file.write_text(SMALL, encoding="utf-8")
    return file


@pytest.fixture
def small_ledger(small_file: Path) -> Ledger:
    """Return the small data without any record."""
    return Ledger(load.read(small_file), date(2026, 11, 22))


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """Return the committed data with its records."""
    return load.ledger(date(2026, 11, 22))


@pytest.fixture
def chooser(ledger: Ledger) -> Chooser:
    """Return the chooser of the committed data."""
    return checked(ledger.comparison)
