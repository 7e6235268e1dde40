"""The content security policy stops nothing that a reader does, and stops what is not ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import expect

from tests.table_visits import (
    GROUP,
    MATRIX,
    choose,
    context_fixture,
    shown,
    taken,
    visit_fixture,
)

if TYPE_CHECKING:
    from tests.visits import Visit

__all__ = ["context_fixture", "visit_fixture"]  # fixtures, used by their names
pytestmark = pytest.mark.browser
QUIZ = "learn/quiz/requests/"
LISTEN = """addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI, sample}) =>
  told(`${violatedDirective}: ${blockedURI} ${sample}`), {capture: true})"""
STRANGE = """() => new Promise((stopped) => {
  addEventListener("securitypolicyviolation", () => stopped(), {once: true});
  const script = document.createElement("script");
  script.textContent = "globalThis.ran = true";
  document.body.append(script);
})"""


@pytest.fixture
def violations(visit: Visit) -> list[str]:
    """What the policy stopped on any page of the visit."""
    told: list[str] = []

    def tell(line: str) -> None:
        told.append(line)

    visit.page.expose_function("told", tell)
    visit.page.add_init_script(LISTEN)
    return told


def test_nothing_that_a_reader_uses_breaks_the_policy(
    visit: Visit, violations: list[str], tmp_path: Path
) -> None:
    for use in (search, switch_the_theme, use_a_table, use_the_chooser, answer_the_quiz):
        use(visit, tmp_path)
        assert (use.__name__, violations) == (use.__name__, [])


def test_a_script_that_is_not_ours_does_not_run(visit: Visit, violations: list[str]) -> None:
    visit.go(GROUP)
    visit.page.evaluate(STRANGE)
    assert visit.page.evaluate("globalThis.ran") is None
    assert [line.partition(":")[0] for line in violations] == ["script-src-elem"]
    assert any("Content Security Policy" in error for error in visit.errors)
    visit.errors.clear()


def search(visit: Visit, _: Path) -> None:
    """Look for a word and follow a result, whose page marks the word."""
    visit.go("understand/request/")
    visit.page.keyboard.press("/")
    visit.page.locator("input[name=query]").press_sequentially("xsrf")
    visit.page.locator(".md-search-result__list a[href*='#csrf_protection']").first.click()
    visit.page.wait_for_url("**/compare/security/?h=xsrf#csrf_protection")
    visit.page.wait_for_function("CSS.highlights.has('td-found')")


def switch_the_theme(visit: Visit, _: Path) -> None:
    """Go through the three schemes of colors."""
    visit.go("performance/")
    for _number in range(3):
        visit.page.locator("form[data-md-component=palette] label:visible").click()


def use_a_table(visit: Visit, folder: Path) -> None:
    """Filter, sort, search within, save, and open a proof in place."""
    visit.go(MATRIX)
    choose(visit, pair="fastapi-django", differ=True, level="built_in", sort="-django")
    choose(visit, find="token")
    assert shown(visit)
    assert taken(visit, "csv", folder)
    assert taken(visit, "json", folder)
    visit.page.locator("td-compare [data-do=link]").click()
    visit.go(GROUP)
    visit.page.locator("td-compare .state").first.click()
    expect(visit.page.locator("dialog[open] .td-proof")).to_be_visible()
    visit.page.locator("dialog[open] summary").first.click()
    visit.page.keyboard.press("Escape")


def use_the_chooser(visit: Visit, _: Path) -> None:
    """Answer, change a weight, and go back to the answer before."""
    visit.go("chooser/")
    visit.page.check('input[name="product"][value="api"]')
    visit.page.check('input[name="product-weight"][value="decides"]')
    visit.page.check('input[name="login"][value="people"]')
    expect(visit.page.locator(".td-places > li")).to_have_count(3)
    visit.page.go_back()


def answer_the_quiz(visit: Visit, _: Path) -> None:
    """Answer a question and start over."""
    visit.go(QUIZ)
    asked = visit.page.locator("td-predict").first
    asked.get_by_role("radio").first.check()
    asked.get_by_role("button").click()
    expect(asked.get_by_role("status")).to_contain_text("answer")
    visit.page.get_by_role("button", name="Start over").click()
