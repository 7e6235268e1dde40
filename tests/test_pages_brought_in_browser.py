"""Tables, chooser and quiz work on a page that came without a visit, as fast navigation brings it.

Such navigation fetches the next page, puts its content in place of the present one, runs the
scripts inside it and sets the address. No engine's script is needed to try it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import expect

from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
COUNT = "td-compare [role=status] >> nth=0"
BRING = """async (address) => {
  const answer = await fetch(address);
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of document.querySelectorAll("link[href]")) link.href = link.href;
  history.pushState(null, "", address);
  const content = "[data-md-component=container]";
  document.querySelector(content).replaceWith(next.querySelector(content));
  for (const link of next.querySelectorAll("link[rel=stylesheet]")) document.head.append(link);
  for (const old of document.querySelectorAll(`${content} script[src]`)) {
    const script = document.createElement("script");
    await new Promise((done) => {
      script.onload = done;
      script.src = old.getAttribute("src");
      old.replaceWith(script);
    });
  }
}"""


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """A visit that begins on the home page, and in which nothing may go wrong."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        opened = Visit(context, home)
        opened.go("")
        yield opened
        assert opened.errors == []


def bring(visit: Visit, address: str) -> None:
    visit.page.evaluate(BRING, visit.home + address)


def test_a_table_wakes_with_the_view_of_its_address_and_again_on_the_next_page(
    visit: Visit,
) -> None:
    for address, count in (("compare/security/?find=xsrf", "1 of"), ("compare/routing/", "")):
        bring(visit, address)
        expect(visit.page.locator(COUNT)).to_contain_text(count)
        visit.page.locator("td-compare [name=level]").select_option("none")
        assert "level=none" in visit.page.url
        expect(visit.page.get_by_role("button", name="Show all")).to_be_visible()
        visit.page.get_by_role("button", name="Show all").click()
        visit.page.locator("td-compare td .state").first.click()
        expect(visit.page.locator("dialog.td-dialog .td-proof")).to_be_visible()
        visit.page.keyboard.press("Escape")


def test_back_reaches_only_the_table_that_is_there(visit: Visit) -> None:
    bring(visit, "compare/security/")
    visit.page.locator("td-compare [name=find]").press_sequentially("xsrf")
    expect(visit.page.locator(COUNT)).to_contain_text("1 of")
    visit.page.go_back()
    expect(visit.page.locator("td-compare tbody tr:visible")).not_to_have_count(1)
    bring(visit, "compare/routing/")
    visit.page.locator("td-compare [name=level]").select_option("none")
    visit.page.go_back()
    expect(visit.page.get_by_role("button", name="Show all")).to_be_hidden()


def test_the_chooser_ranks_twice(visit: Visit) -> None:
    for _ in range(2):
        bring(visit, "chooser/")
        visit.page.check('input[name="product"][value="api"]')
        expect(visit.page.locator(".td-verdict")).not_to_contain_text("Answer a question")
        assert "product=api" in visit.page.url
        visit.page.locator(".td-flips a").first.click()
        visit.page.go_back()
        assert visit.page.is_checked('input[name="product"][value="api"]')
        bring(visit, "compare/routing/")


def test_the_quiz_counts_twice(visit: Visit) -> None:
    for _ in range(2):
        bring(visit, "learn/quiz/requests/")
        question = visit.page.locator("td-predict").first
        question.get_by_role("radio").first.check()
        question.get_by_role("button").click()
        expect(question.get_by_role("button")).to_have_text("Try again")
        expect(visit.page.locator("td-progress")).to_contain_text("1 of")
        visit.page.get_by_role("button", name="Start over").click()
        bring(visit, "learn/flask/")
        answered = visit.page.locator("td-predict").first
        expect(answered.get_by_role("button")).to_have_text("Check my answer")
