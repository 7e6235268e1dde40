"""Visits of the comparison tables: their pages, screens and controls, and what is on show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ViewportSize

MATRIX, GROUP, PAIR = "compare/matrix/", "compare/security/", "compare/fastapi_flask/"
SCREENS: Mapping[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 800},
    "phone": {"width": 360, "height": 740},
}
FIELD = "td-compare [name=%s]"


@pytest.fixture(params=SCREENS, name="context")
def context_fixture(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A reader with a large screen, then one with a phone."""
    is_phone = request.param == "phone"
    with browser.new_context(
        viewport=SCREENS[request.param],
        has_touch=is_phone,
        permissions=["clipboard-read", "clipboard-write"],
    ) as fresh:
        yield fresh


@pytest.fixture(name="visit")
def visit_fixture(context: BrowserContext, home: str) -> Iterator[Visit]:
    """A visit in which nothing may go wrong."""
    opened = Visit(context, home)
    yield opened
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith((home, "data:", "blob:"))] == []


def choose(visit: Visit, **wanted: str | bool) -> None:
    """Set controls by name, as a reader would."""
    more = visit.page.locator("td-compare .td-more")
    if more.is_visible() and more.get_attribute("aria-expanded") == "false":
        more.click()
    for name, value in wanted.items():
        field = visit.page.locator(FIELD % name)
        if isinstance(value, bool):
            field.set_checked(value)
        elif name == "find":
            field.press_sequentially(value)
        else:
            field.focus()
            field.select_option(value)


def shown(visit: Visit) -> list[str]:
    """Return the ids of the rows on show, in their order."""
    found: list[str] = visit.page.eval_on_selector_all(
        "td-compare tbody tr:not(.td-group)",
        "rows => rows.filter((row) => row.checkVisibility())"
        ".map((row) => row.querySelector('th a').hash.slice(1))",
    )
    return found


def columns(visit: Visit) -> list[str]:
    """Return the frameworks on show in the first row."""
    found: list[str] = visit.page.eval_on_selector_all(
        "td-compare tbody tr:not(.td-group):not([hidden]) td",
        "cells => [...new Set(cells.filter((cell) => cell.checkVisibility())"
        ".map((cell) => cell.dataset.label))]",
    )
    return found


def copied(visit: Visit) -> str:
    text: str = visit.page.evaluate("navigator.clipboard.readText()")
    return text


def taken(visit: Visit, kind: str, folder: Path) -> str:
    """Press a button to download and return what came."""
    with visit.page.expect_download() as waiting:
        visit.page.locator(f"td-compare [data-do={kind}]").click()
    assert waiting.value.suggested_filename.endswith(f".{kind}")
    file = folder / f"taken.{kind}"
    waiting.value.save_as(file)
    return file.read_bytes().decode()
