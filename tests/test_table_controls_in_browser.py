"""The comparison tables in a browser: links and files to take along, screens, and paper."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import expect

from macros.ledger import Ledger
from tests.site_tools import built_site
from tests.table_visits import (
    GROUP,
    MATRIX,
    PAIR,
    choose,
    columns,
    context_fixture,
    copied,
    shown,
    taken,
    visit_fixture,
)
from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["context_fixture", "visit_fixture"]  # fixtures, used by their names
pytestmark = pytest.mark.browser
BUDGET = 10 * 1024  # bytes, compressed


def test_a_row_and_a_cell_have_links_to_copy(visit: Visit) -> None:
    visit.go(GROUP)
    row = visit.page.locator("tr", has=visit.page.get_by_text("CSRF protection", exact=True))
    for place, name in (("th", "csrf_protection"), ("td >> nth=2", "csrf_protection-django")):
        row.locator(place).hover()
        row.locator(f"{place} >> .td-here").click()
        expect(row.locator(".td-here")).to_have_attribute("data-done", "")
        assert copied(visit) == f"{visit.home}{GROUP}#{name}"
        assert visit.page.locator(f"[id='{name}']").count() == 1
    box = row.locator(".td-here").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


def test_the_box_to_search_within_has_room_for_two_words(visit: Visit) -> None:
    visit.go(GROUP)
    box = visit.page.locator("td-compare [name=find]").bounding_box()
    assert box is not None
    assert box["width"] >= 160


def test_the_keyboard_reaches_the_link_of_a_cell(visit: Visit) -> None:
    visit.go(GROUP)
    visit.page.locator("#csrf_protection-flask .state").focus()
    visit.page.keyboard.press("Tab")
    focused = visit.page.locator(":focus")
    expect(focused).to_have_attribute("aria-label", "Copy link: CSRF protection, Flask")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("td-compare .td-said")).to_have_text("Link copied")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.closest('td').id").endswith("-django")


def test_without_a_clipboard_the_link_goes_to_the_address_bar(browser: Browser, home: str) -> None:
    with browser.new_context() as context:
        context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        visit = Visit(context, home)
        visit.go(GROUP)
        visit.page.locator("#cors-flask").hover()
        visit.page.locator("#cors-flask .td-here").click()
        expect(visit.page.locator("td-compare .td-said")).to_contain_text("in the address bar")
        assert visit.page.url == f"{home}{GROUP}#cors-flask"


def test_a_link_to_a_hidden_cell_shows_everything(visit: Visit) -> None:
    visit.go(f"{MATRIX}?group=database#csrf_protection-django")
    cell = visit.page.locator("#csrf_protection-django")
    expect(cell).to_be_in_viewport()
    assert visit.page.url.endswith(f"{MATRIX}#csrf_protection-django")


def test_json_and_csv_hold_what_is_shown(visit: Visit, ledger: Ledger, tmp_path: Path) -> None:
    visit.go(GROUP)
    choose(visit, pair="fastapi-django", sort="-title", level="third_party")
    view = shown(visit)
    data: dict[str, Any] = json.loads(taken(visit, "json", tmp_path))
    assert [row["id"] for row in data["rows"]] == view
    assert data["source"] == visit.page.url
    assert list(data["versions"]) == ["fastapi", "django"]
    lines = list(csv.DictReader(io.StringIO(taken(visit, "csv", tmp_path))))
    assert [line["id"] for line in lines] == view
    assert not [name for name in lines[0] if "Flask" in name]
    for line, row in zip(lines, data["rows"], strict=True):
        cell = ledger.comparison.row(row["id"]).cells["django"]
        assert row["cells"]["django"]["support"] == line["Django support"] == cell.support
        assert cell.answer in row["cells"]["django"]["answer"]
        assert line["Django proof"] == ledger.state(row["id"], "django")
        assert line["Django address"] == (
            f"{visit.home}evidence/security/django/#{row['id']}-django"
        )


def test_no_text_becomes_a_formula(visit: Visit, tmp_path: Path) -> None:
    visit.go(GROUP)
    odd = ["=1+1", "+1", "-1", "@SUM(A1)", 'a "b", c', "\u00e9"]
    visit.page.evaluate(
        "odd => odd.forEach((words, i) => {"
        " const cell = document.querySelectorAll('td-compare td')[i];"
        " while (!cell.firstChild.className) cell.firstChild.remove();"
        " cell.querySelector('small')?.remove(); cell.prepend(words) })",
        odd,
    )
    lines = list(csv.reader(io.StringIO(taken(visit, "csv", tmp_path))))
    got = [line[place] for line in lines[1:3] for place in (3, 7, 11)]
    assert got == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", 'a "b", c', "\u00e9"]


def test_the_head_and_the_questions_stay_in_sight(browser: Browser, home: str) -> None:
    for width in (640, 1280):
        with browser.new_context(viewport={"width": width, "height": 800}) as context:
            visit = Visit(context, home)
            visit.go(MATRIX)
            visit.page.evaluate("scrollTo(0, 6000)")
            for head in visit.page.locator("td-compare thead th").all():
                expect(head).to_be_in_viewport(ratio=1)
            style = "part => { const now = getComputedStyle(part); return now.position + now.left }"
            first = visit.page.locator("td-compare th[scope=row]").first
            assert first.evaluate(style) == "sticky0px"
            assert visit.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_a_question_is_a_card_and_nothing_scrolls_sideways(
    browser: Browser, home: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        visit = Visit(context, home)
        visit.go(f"{MATRIX}?level=third_party&sort=flask")
        choose(visit, find="a")
        card = visit.page.locator("td-compare tbody tr:visible").first
        boxes = [part.bounding_box() for part in card.locator("td").all()]
        assert len({box["x"] for box in boxes if box}) == 1
        parts = "[document.documentElement, ...document.querySelectorAll('td-compare *')]"
        widest = f"Math.max(...{parts}.map((part) => part.scrollWidth))"
        assert visit.page.evaluate(widest) <= width
        assert card.get_attribute("role") == "row"


def test_every_control_is_large_enough_to_touch(visit: Visit) -> None:
    visit.go(MATRIX)
    choose(visit, level="built_in")
    for part in visit.page.locator("td-compare .td-tools :is(button, select, input)").all():
        if part.is_visible():
            size = part.evaluate(
                "part => { const box = (part.closest('.td-check') || part).getBoundingClientRect();"
                " return Math.min(box.width, box.height) }"
            )
            assert size >= 24, part.evaluate("part => part.outerHTML")


@pytest.mark.parametrize("address", [MATRIX, GROUP, PAIR])
def test_without_a_script_the_whole_table_stands(
    browser: Browser, home: str, address: str, ledger: Ledger
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        visit = Visit(context, home)
        visit.go(f"{address}?level=official")
        expect(visit.page.locator("td-compare form")).to_be_hidden()
        rows = visit.page.locator("td-compare th[scope=row]")
        assert rows.count() > 20
        assert all(row.is_visible() for row in (rows.first, rows.nth(9), rows.last))


def test_paper_gets_the_whole_table(visit: Visit, ledger: Ledger) -> None:
    visit.go(f"{MATRIX}?group=security&pair=flask-django&sort=title")
    view = shown(visit)
    visit.page.emulate_media(media="print")
    lines = visit.page.locator("td-compare tbody tr:not(.td-group):visible")
    expect(lines).to_have_count(len(ledger.comparison.rows))  # the change is told a moment later
    expect(visit.page.locator("td-compare form")).to_be_hidden()
    assert shown(visit) == [row.id for row in ledger.comparison.rows]
    assert columns(visit) == ["FastAPI", "Flask", "Django"]
    visit.page.emulate_media(media="screen")
    expect(lines).to_have_count(len(view))
    assert shown(visit) == view


@pytest.mark.parametrize("address", [GROUP, PAIR])
def test_the_controls_wake_without_moving_anything(visit: Visit, address: str) -> None:
    visit.page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => {"
        "for (const entry of list.getEntries()) window.moved += entry.value"
        "}).observe({ type: 'layout-shift', buffered: true })"
    )
    visit.go(address)
    visit.page.wait_for_timeout(200)
    assert visit.page.evaluate("window.moved") == 0


def test_the_script_is_small() -> None:
    for name in ("js/tables.js", "css/tables.css"):
        assert len(gzip.compress((built_site() / "assets" / name).read_bytes())) <= BUDGET
