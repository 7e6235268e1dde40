"""What readers do out of habit: keys, copying, linking, tabs, the way up, a mistyped address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
LESSON = "learn/flask/"
TASK = "build/json_body/"
STORED = "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
OPEN_TAB = "main .tabbed-set .tabbed-labels > label:nth-child(2)"


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A profile that nobody has used, on a phone and on a desk, one light and one dark."""
    is_phone = request.param is PHONE
    with browser.new_context(
        viewport=request.param, color_scheme="dark" if is_phone else "light"
    ) as fresh:
        fresh.grant_permissions(["clipboard-read", "clipboard-write"])
        yield fresh


@pytest.fixture
def visit(context: BrowserContext, home: str) -> Iterator[Visit]:
    """A page of that profile in which nothing may go wrong."""
    opened = Visit(context, home)
    yield opened
    # A missing page answers 404; a reader who walks on by a key does not wait for the icon.
    assert [error for error in opened.errors if "404" not in error and "favicon" not in error] == []


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list(visit: Visit) -> None:
    visit.go(LESSON)
    visit.page.keyboard.press("?")
    shown = visit.page.get_by_role("dialog", name="Keyboard shortcuts")
    assert shown.is_visible()
    assert "Next page" in shown.inner_text()
    visit.page.keyboard.press("Escape")
    assert not shown.is_visible()


def test_the_list_of_keys_is_found_without_knowing_its_key(visit: Visit) -> None:
    visit.go(LESSON)
    visit.page.locator("footer").get_by_role("button", name="Keyboard shortcuts").click()
    assert visit.page.get_by_role("dialog", name="Keyboard shortcuts").is_visible()


def test_keys_lead_to_the_next_page_and_back_until_they_are_turned_off(visit: Visit) -> None:
    visit.go(LESSON)
    visit.page.keyboard.press("n")
    visit.page.wait_for_url("**/learn/django/")
    visit.page.keyboard.press("p")
    visit.page.wait_for_url("**/learn/flask/")
    visit.page.keyboard.press("?")
    visit.page.get_by_label("Single keys are shortcuts").uncheck()
    visit.page.keyboard.press("Escape")
    visit.page.reload()
    for key in ("n", "?", "/"):
        visit.page.keyboard.press(key)
    visit.page.wait_for_timeout(300)
    assert visit.page.url.endswith("/learn/flask/")
    assert visit.page.locator("dialog[open]").count() == 0
    assert not visit.page.locator("[name=query]").evaluate("box => box.matches(':focus')")


def test_a_question_mark_in_a_question_is_only_a_letter(visit: Visit) -> None:
    visit.go(LESSON)
    visit.page.keyboard.press("/")
    visit.page.locator("[name=query]").press_sequentially("csrf?")
    assert visit.page.locator("[name=query]").input_value() == "csrf?"
    assert visit.page.locator("dialog[open]").count() == 0


def test_the_search_remembers_nothing_about_the_reader(visit: Visit) -> None:
    visit.go(LESSON)
    before = visit.page.evaluate(STORED)
    visit.page.keyboard.press("/")
    visit.page.locator("[name=query]").press_sequentially("clickjacking")
    visit.page.locator(".md-search-result__link").first.click()
    visit.page.wait_for_url("**/compare/security/**")
    assert "clickjacking" not in visit.page.evaluate(STORED)
    assert visit.page.evaluate(STORED) == before


def test_the_tab_of_one_page_is_open_on_the_next(visit: Visit) -> None:
    visit.go(TASK)
    visit.page.locator(OPEN_TAB).first.click()
    for address in (TASK, "build/middleware/"):
        visit.go(address)
        assert visit.page.locator(".tabbed-set > input:nth-of-type(2)").first.is_checked()


def test_a_heading_links_to_itself(visit: Visit) -> None:
    visit.go("evidence/security/flask/#csrf_protection-flask")
    link = visit.page.locator("h2:has(> .headerlink)").first
    anchor = link.locator(".headerlink")
    anchor.focus()
    assert float(anchor.evaluate("part => getComputedStyle(part).opacity")) == 1
    address = anchor.get_attribute("href")
    anchor.click()
    assert visit.page.url.endswith(address or "nowhere")


def test_code_is_copied_as_it_stands(visit: Visit) -> None:
    visit.go(LESSON)
    block = visit.page.locator("main pre:has(code)").first
    code = block.locator("code").inner_text()
    block.hover()
    visit.page.get_by_role("button", name="Copy to clipboard").first.click()
    visit.page.wait_for_timeout(100)
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == code.strip()


def test_breadcrumbs_lead_up_on_every_screen(visit: Visit) -> None:
    visit.go("compare/security/")
    path = visit.page.get_by_role("navigation", name="Breadcrumbs")
    assert path.get_by_role("link").all_inner_texts() == ["Home", "Compare"]
    path.get_by_role("link", name="Compare").click()
    visit.page.wait_for_url("**/some/base/compare/")


def test_a_page_says_how_long_it_takes_and_how_to_mend_it(visit: Visit) -> None:
    visit.go(LESSON)
    assert "min read" in visit.page.locator(".td-path").inner_text()
    foot = visit.page.locator(".td-foot")
    assert foot.locator("time").is_visible()
    edit = foot.get_by_role("link", name="Edit this page").get_attribute("href")
    report = foot.get_by_role("link", name="Report a mistake").get_attribute("href")
    assert edit is not None
    assert edit.endswith("/edit/main/docs/learn/flask.md")
    assert report is not None
    assert "title=learn/flask.md" in report


def test_the_way_up_is_offered_once_the_title_is_out_of_sight_and_at_the_end(visit: Visit) -> None:
    visit.go("compare/security/")
    up = visit.page.locator(".td-up")
    assert not up.is_visible()
    visit.page.mouse.wheel(0, 3000)
    up.click()
    visit.page.wait_for_function("scrollY === 0")
    visit.page.locator(".td-foot").get_by_role("link", name="Back to top").click()
    visit.page.wait_for_function("scrollY === 0")


@pytest.mark.parametrize("lost", ["clickjackin", "a/b/c/csrf_protection/", "%E0%A4%A/csrf.html"])
def test_a_missing_page_searches_for_the_words_of_its_address(visit: Visit, lost: str) -> None:
    visit.go(lost)
    assert not [url for url in visit.requests if "search_index" in url]
    visit.page.get_by_role("button", name="Search for").click()
    visit.page.locator(".md-search-result__link").first.wait_for()
    assert visit.page.locator("[name=query]").input_value() in lost.replace("_", " ")


def test_without_scripts_what_needs_them_is_not_offered(browser: Browser, home: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        visit = Visit(context, home)
        visit.go(LESSON)
        assert not visit.page.locator("[data-td-keys]").is_visible()
        assert visit.page.locator(".td-path nav a").first.is_visible()
        visit.go("no/such/page")
        assert not visit.page.locator("[data-td-lost]").is_visible()
        assert visit.page.locator("article a").first.is_visible()


def test_nothing_moves_for_those_who_asked_for_it(browser: Browser, home: str) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        visit = Visit(context, home)
        for address in ("", "compare/security/", "chooser/"):
            visit.go(address)
            slow = visit.page.evaluate("""() => [...document.querySelectorAll("*")].filter(
              (part) => ["transitionDuration", "animationDuration"].some((name) =>
                getComputedStyle(part)[name].split(",").some((time) => parseFloat(time) > 0.001))
            ).map((part) => part.outerHTML.slice(0, 80))""")
            assert slow == []


def test_paper_is_white_shows_every_tab_and_writes_addresses_out(visit: Visit) -> None:
    visit.go(TASK)
    visit.page.emulate_media(media="print")
    blocks = visit.page.locator(".tabbed-set").first.locator("> .tabbed-content > .tabbed-block")
    assert blocks.count() == 3
    assert all(block.is_visible() for block in blocks.all())
    for hidden in ("header", ".td-path span", ".td-foot ul"):
        assert not visit.page.locator(hidden).first.is_visible()
    shade = "getComputedStyle(document.body).backgroundColor"
    assert visit.page.evaluate(shade) == "rgb(255, 255, 255)"
    visit.go("evidence/security/django/")
    after = "part => getComputedStyle(part, '::after').content"
    assert "https://" in visit.page.locator("article a[href^=https]").first.evaluate(after)
