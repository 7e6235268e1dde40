"""The view of a comparison table in a browser: narrow, sort, share by address, go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Locator, expect

from macros.ledger import Ledger
from macros.tables import differ
from tests.table_visits import (
    FIELD,
    GROUP,
    MATRIX,
    choose,
    columns,
    context_fixture,
    copied,
    shown,
    visit_fixture,
)
from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

__all__ = ["context_fixture", "visit_fixture"]  # fixtures, used by their names
pytestmark = pytest.mark.browser


def status(visit: Visit) -> Locator:
    return visit.page.locator("td-compare [role=status]").first


def said(visit: Visit, rows: int, of: int) -> None:
    expect(status(visit)).to_have_text(f"{rows} of {of} questions")


def rows_with(ledger: Ledger, level: str, framework: str | None = None) -> list[str]:
    """Return the rows where a framework, or any, has a level."""
    return [
        row.id
        for row in ledger.comparison.rows
        if any(
            cell.support == level for name, cell in row.cells.items() if framework in (None, name)
        )
    ]


def test_words_group_level_and_state_narrow_the_table(visit: Visit, ledger: Ledger) -> None:
    rows, total = ledger.comparison.rows, len(ledger.comparison.rows)
    visit.go(MATRIX)
    assert shown(visit) == [row.id for row in rows]
    choose(visit, level="official")
    assert shown(visit) == rows_with(ledger, "official")
    said(visit, len(rows_with(ledger, "official")), total)
    choose(visit, level="third_party", **{"for": "flask"})
    assert shown(visit) == rows_with(ledger, "third_party", "flask")
    choose(visit, level="", state="quoted")
    states = [row.id for row in rows if ledger.state(row.id, "flask") == "quoted"]
    assert shown(visit) == states
    choose(visit, state="", group="security")
    assert shown(visit) == [row.id for row in rows if row.group == "security"]
    choose(visit, find="XSRF")
    assert shown(visit) == ["csrf_protection"]
    said(visit, 1, total)


def test_a_group_without_a_row_left_loses_its_heading(visit: Visit) -> None:
    visit.go(MATRIX)
    choose(visit, group="security")
    heads = visit.page.locator("td-compare .td-group:visible")
    expect(heads).to_have_text(["Security defaults"])


def test_only_where_they_differ_leaves_what_the_data_calls_different(
    visit: Visit, ledger: Ledger
) -> None:
    visit.go(GROUP)
    choose(visit, differ=True, pair="fastapi-flask")
    rows = ledger.comparison.rows_of("security")
    assert shown(visit) == [row.id for row in rows if differ(row, "fastapi", "flask")]
    assert columns(visit) == ["FastAPI", "Flask"]
    choose(visit, pair="")
    pairs = (("fastapi", "flask"), ("flask", "django"), ("fastapi", "django"))
    assert shown(visit) == [row.id for row in rows if any(differ(row, *two) for two in pairs)]
    assert columns(visit) == ["FastAPI", "Flask", "Django"]


def test_rows_are_sorted_by_name_or_support_and_go_back(visit: Visit, ledger: Ledger) -> None:
    visit.go(GROUP)
    before = shown(visit)
    titles = {row.id: row.title for row in ledger.comparison.rows}
    choose(visit, sort="title")
    assert shown(visit) == sorted(before, key=lambda row: titles[row].lower())
    choose(visit, sort="django")
    order = ["built_in", "third_party", "partial", "none", "fact"]
    levels = [ledger.comparison.row(row).cells["django"].support for row in shown(visit)]
    assert levels == sorted(levels, key=order.index)
    visit.page.get_by_role("button", name="Show all").click()
    assert shown(visit) == before


def test_a_column_head_sorts_turns_around_and_lets_go(browser: Browser, home: str) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        visit = Visit(context, home)
        visit.go(GROUP)
        before = shown(visit)
        head = visit.page.locator("td-compare thead th").nth(2)
        for expected in ("ascending", "descending", None):
            head.get_by_role("button").click()
            assert head.get_attribute("aria-sort") == expected
        assert shown(visit) == before
        assert visit.errors == []


def test_nothing_found_is_said_and_show_all_brings_everything_back(visit: Visit) -> None:
    visit.go(GROUP)
    everything = shown(visit)
    choose(visit, find="no such thing at all")
    assert shown(visit) == []
    expect(status(visit)).to_contain_text("No question fits")
    visit.page.get_by_role("button", name="Show all").click()
    assert shown(visit) == everything
    assert "?" not in visit.page.url
    expect(visit.page.get_by_role("button", name="Show all")).to_be_hidden()


def test_the_address_holds_the_view_over_a_reload_and_for_others(
    visit: Visit, context: BrowserContext, home: str
) -> None:
    visit.go(GROUP)
    choose(visit, pair="flask-django", sort="-title", differ=True, find="cookie")
    view = shown(visit)
    assert view
    visit.page.reload()
    assert shown(visit) == view
    visit.page.locator("td-compare [data-do=link]").click()
    expect(visit.page.locator("td-compare .td-said")).to_have_text("Link copied")
    other = Visit(context, home)
    other.page.goto(copied(visit))
    assert (shown(other), columns(other)) == (view, ["Flask", "Django"])
    assert other.page.locator(FIELD % "differ").is_checked()


def test_an_address_with_nonsense_shows_everything(visit: Visit, ledger: Ledger) -> None:
    visit.go(f"{MATRIX}?group=<b>&level=constructor&pair=x&sort=__proto__&differ=2&find=%20")
    assert len(shown(visit)) == len(ledger.comparison.rows)


def test_back_undoes_a_step_and_a_step_is_not_a_letter(visit: Visit) -> None:
    visit.go(GROUP)
    everything = shown(visit)
    choose(visit, level="built_in")
    built_in = shown(visit)
    choose(visit, find="cookie")
    found = shown(visit)
    assert everything != built_in != found
    visit.page.go_back()
    assert shown(visit) == built_in
    visit.page.go_back()
    assert shown(visit) == everything
    visit.page.go_forward()
    visit.page.go_forward()
    assert shown(visit) == found
    assert visit.page.locator(FIELD % "find").input_value() == "cookie"


def test_back_from_another_page_finds_the_view_again(visit: Visit) -> None:
    visit.go(MATRIX)
    choose(visit, group="database", level="third_party")
    view = shown(visit)
    visit.page.locator("td-compare tbody tr:visible th[scope=row] a").first.click()
    visit.page.wait_for_url("**/compare/database/**")
    visit.page.go_back()
    visit.page.wait_for_url("**/compare/matrix/**")
    expect(status(visit)).to_contain_text(f"{len(view)} of")
    assert shown(visit) == view


def test_a_phone_lays_out_the_cards_near_its_screen_and_any_card_that_is_linked(
    browser: Browser, home: str
) -> None:
    laid_out = """() => [...document.querySelectorAll("td-compare tbody tr td:first-of-type")]
        .filter(cell => cell.checkVisibility({contentVisibilityAuto: true})).length"""
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{home}{MATRIX}#csrf_protection")
        expect(page.locator("#csrf_protection")).to_be_in_viewport()
        assert 0 < page.evaluate(laid_out) < 50
        page.set_viewport_size({"width": 1280, "height": 800})
        page.wait_for_function(f"({laid_out})() > 200")
