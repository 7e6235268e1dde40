"""Every page in a real browser: quiet, on one host, no wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.budget import REQUESTS
from tests.site_tools import BASE, address_of, built_site, nav_pages
from tests.visits import Visit, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.browser
ADDRESSES = [address_of(source) for source in nav_pages()]
WIDTHS = (320, 768, 1280)
# What moved by itself since the page began to load; a part that moves is worth a look.
SHIFTS = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().filter((entry) => entry.value > 0)
    .map(({value, sources}) => {
      const node = sources[0]?.node;
      return `${value}: ${(node?.outerHTML || node?.parentElement?.outerHTML)?.slice(0, 80)}`;
    })
  )).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done([]), 50);
})"""
SAMPLES = ("", "compare/security/", "compare/matrix/", "understand/request/")
ARRIVING = (
    *("", "compare/security/", "build/json_body/", "performance/", "data/"),
    *("takeaways/", "pitfalls/flask/", "evidence/governance/flask/", "production/lifecycles/"),
    *("chooser/", "production/migrating/", "decisions/"),
)
TOO_WIDE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const wide = [...document.querySelectorAll("main *")].filter(
    (part) => part.getBoundingClientRect().right > page.clientWidth);
  return [`${page.scrollWidth} > ${page.clientWidth}`,
    ...wide.slice(0, 3).map((part) => part.outerHTML.slice(0, 80))];
}"""
# The marks of the summary of a page: how wide the word is, and whether a line begins with one.
MARKS = """() => {
  const text = [...document.querySelectorAll("main p")].find((part) => part.querySelector(".cite"));
  return [...text.querySelectorAll(".cite")].map((mark) => ({
    word: mark.querySelector("span").getBoundingClientRect().width,
    begins: mark.getBoundingClientRect().left - text.getBoundingClientRect().left < 2,
  }));
}"""
# The drawings that do not stand in a tab, of which one at a time is open.
DRAWINGS = "main figure svg:not(.tabbed-block *)"
ARRIVAL = 60_000  # milliseconds, for a page in hundreds of packets
SETTLING = 20  # tenths of a second: the theme slides its drawer when the width changes
SCHEME = "document.body.getAttribute('data-md-color-scheme')"


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """A visit by a reader who was never here before."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield Visit(context, home)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_opens_without_an_error_and_fits_on_every_screen(visit: Visit, address: str) -> None:
    visit.go(address)
    assert visit.page.evaluate(SHIFTS) == [], f"/{address}: parts move while it loads, budget 0"
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert (width, too_wide(visit)) == (width, [])
    assert visit.errors == []
    fetched = {url.partition("?")[0] for url in visit.requests if not url.startswith("data:")}
    assert len(fetched) <= REQUESTS, f"/{address}: {sorted(fetched)}; the budget is {REQUESTS}"
    assert [url for url in visit.requests if not url.startswith((visit.home, "data:"))] == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ARRIVING)
def test_nothing_moves_while_a_page_arrives_in_packets(
    browser: Browser, address: str, width: int
) -> None:
    size: ViewportSize = {"width": width, "height": 900}
    with served(built_site(), in_packets=True) as slow, browser.new_context(viewport=size) as fresh:
        visit = Visit(fresh, slow)
        visit.page.set_default_timeout(ARRIVAL)
        visit.go(address)
        assert visit.page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("address", SAMPLES)
def test_without_scripts_the_text_and_the_tables_are_there(
    browser: Browser, home: str, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        visit = Visit(context, home)
        visit.go(address)
        assert visit.page.locator("h1").is_visible()
        assert len(visit.page.locator("main").inner_text()) > 1000
        for part in visit.page.locator(f"main table td .support, {DRAWINGS}").all()[:50]:
            assert part.is_visible()
        assert visit.errors == []


def test_the_theme_goes_from_the_systems_to_light_to_dark_and_stays(visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    visit.go("")
    schemes = [visit.page.evaluate(SCHEME)]
    for _ in range(2):
        visit.page.locator("form[data-md-component=palette] label:visible").click()
        schemes.append(visit.page.evaluate(SCHEME))
    assert schemes == ["slate", "default", "slate"]
    visit.page.emulate_media(color_scheme="light")
    visit.go("myths/")
    assert visit.page.evaluate(SCHEME) == "slate"


def test_the_first_tab_stop_leads_to_the_content(visit: Visit) -> None:
    visit.go("compare/security/")
    visit.page.keyboard.press("Tab")
    skip = visit.page.locator(":focus")
    assert "Skip" in skip.inner_text()
    assert skip.is_visible()
    visit.page.keyboard.press("Enter")
    target = visit.page.url.partition("#")[2]
    assert visit.page.locator(f"[id='{target}']").count() == 1


def test_a_table_that_scrolls_is_a_tab_stop_with_a_name(visit: Visit) -> None:
    visit.go("compare/security/")
    region = visit.page.get_by_role("region", name="Security defaults:").first
    region.focus()
    assert region.evaluate("part => part === document.activeElement && part.tabIndex === 0")


def test_every_tab_stop_shows_that_it_has_the_focus(visit: Visit) -> None:
    visit.go("")
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        focused = visit.page.locator(":focus")
        style = "part => getComputedStyle(part).outlineStyle + getComputedStyle(part).boxShadow"
        assert focused.evaluate(style) != "nonenone", focused.evaluate("part => part.outerHTML")


def test_an_unknown_address_gets_the_page_that_says_so(visit: Visit) -> None:
    answer = visit.page.goto(f"{visit.home}no/such/page/")
    assert answer is not None
    assert answer.status == 404
    assert "does not exist" in visit.page.locator("h1").inner_text()
    assert visit.page.locator(f"main a[href^='{BASE}']").count() > 3
    assert [error for error in visit.errors if "no/such/page/" not in error] == [
        error for error in visit.errors if "status of 404" in error
    ]
    visit.page.locator("main").get_by_role("link", name="Compare").click()
    assert visit.page.locator("h1").inner_text().startswith("Compare")


def too_wide(visit: Visit) -> list[str]:
    """Return how much wider than the screen a page is, and by what, once nothing moves."""
    found: list[str] = visit.page.evaluate(TOO_WIDE)
    for _ in range(SETTLING):
        if not found:
            break
        visit.page.wait_for_timeout(100)
        found = visit.page.evaluate(TOO_WIDE)
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_the_last_mark_of_a_paragraph_spells_its_word_and_none_begins_a_line(
    visit: Visit, width: int
) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.go("myths/")
    *early, last = visit.page.evaluate(MARKS)
    assert len(early) > 8
    assert [mark for mark in early if mark["word"] > 1 or mark["begins"]] == []
    assert last["word"] > 20


def test_a_mark_with_the_focus_shows_what_it_says(visit: Visit) -> None:
    visit.go("myths/")
    visit.page.keyboard.press("Tab")  # as a reader of the keyboard
    mark = visit.page.locator("main p .cite").first
    mark.focus()
    shown = mark.evaluate("part => getComputedStyle(part, '::after').content")
    assert mark.get_attribute("title") in shown.replace("\\", "")
