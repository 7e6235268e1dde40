"""A proof opens over the table that it proves, closes like any dialog, and has its own page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Locator, expect

from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
MATRIX, GROUP, HOME = "compare/matrix/", "compare/security/", ""
DIALOG = "dialog.td-dialog"
LINK = "#csrf_protection-django .state"
PROOF = "evidence/security/django/#csrf_protection-django"


@pytest.fixture(params=[(1280, 800), (360, 740)], ids=["desktop", "phone"])
def visit(request: pytest.FixtureRequest, browser: Browser, home: str) -> Iterator[Visit]:
    """A visit in which nothing may go wrong."""
    width, height = request.param
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        opened = Visit(context, home)
        yield opened
        assert opened.errors == []


def opened(visit: Visit, link: str = LINK) -> Locator:
    """Open the proof behind a link and return the dialog, filled."""
    visit.page.locator(link).first.click()
    dialog = visit.page.locator(DIALOG)
    expect(dialog.locator(".td-proof, blockquote").first).to_be_visible()
    return dialog


@pytest.mark.parametrize("address", [MATRIX, GROUP])
def test_a_proof_opens_in_place_with_what_its_page_says(visit: Visit, address: str) -> None:
    visit.go(address)
    before = visit.page.url
    dialog = opened(visit)
    expect(dialog).to_have_accessible_name("Proof: CSRF protection")
    expect(dialog.locator("dt", has_text="Seen")).to_be_visible()
    expect(dialog.locator(".fw")).to_have_text("Django")
    assert visit.page.url == before
    dialog.locator("summary").click()
    expect(dialog.locator("pre")).to_contain_text("def django(")
    assert dialog.evaluate("box => box.scrollWidth <= box.clientWidth")
    ids: list[str] = visit.page.eval_on_selector_all("[id]", "all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_escape_the_button_and_a_press_beside_it_close_it_and_return_the_focus(
    visit: Visit,
) -> None:
    visit.go(GROUP)
    for close in ("Escape", "button", "beside"):
        dialog = opened(visit)
        expect(dialog.get_by_role("button", name="Close")).to_be_focused()
        if close == "Escape":
            visit.page.keyboard.press("Escape")
        elif close == "button":
            dialog.get_by_role("button", name="Close").click()
        else:
            visit.page.mouse.click(3, 3)
        expect(dialog).to_have_count(0)
        expect(visit.page.locator(LINK)).to_be_focused()


def test_the_keyboard_stays_inside_while_a_proof_is_open(visit: Visit) -> None:
    visit.go(GROUP)
    visit.page.locator(LINK).focus()
    visit.page.keyboard.press("Enter")
    dialog = visit.page.locator(DIALOG)
    expect(dialog.locator(".td-proof")).to_be_visible()
    for _ in range(9):
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


def test_a_proof_has_a_page_and_a_link_of_its_own(visit: Visit) -> None:
    visit.go(GROUP)
    dialog = opened(visit)
    dialog.get_by_role("button", name="Copy link").click()
    expect(dialog.get_by_role("status")).to_have_text("Link copied")
    assert visit.page.evaluate("navigator.clipboard.readText()") == f"{visit.home}{PROOF}"
    dialog.get_by_role("link", name="Open as page").click()
    visit.page.wait_for_url(f"**/{PROOF}")
    expect(visit.page.locator("#csrf_protection-django")).to_be_in_viewport()
    visit.page.go_back()
    visit.page.wait_for_url(f"**/{GROUP}")


def test_the_links_in_a_proof_lead_where_they_lead_on_its_page(visit: Visit) -> None:
    visit.go(MATRIX)
    dialog = opened(visit)
    links: list[str] = dialog.locator("a").evaluate_all("all => all.map((one) => one.href)")
    assert f"{visit.home}{PROOF}" in links
    assert all(link.startswith(("https://", visit.home)) for link in links)


def test_the_glance_on_the_home_page_shows_proofs_too(visit: Visit) -> None:
    visit.go(HOME)
    dialog = opened(visit, "td-compare .state")
    visit.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert visit.page.locator("td-compare form").count() == 0


def test_two_proofs_of_a_group_for_one_framework_cost_one_request(visit: Visit) -> None:
    visit.go(GROUP)
    for row in ("csrf_protection", "host_header_validation"):
        opened(visit, f"#{row}-django .state")
        visit.page.keyboard.press("Escape")
    assert len([url for url in visit.requests if "/evidence/" in url]) == 1


def test_the_last_proof_of_a_page_ends_before_the_foot_of_the_page(visit: Visit) -> None:
    visit.go(GROUP)
    dialog = opened(visit, "td-compare tbody tr:last-child td:last-child .state")
    expect(dialog.locator(".td-links")).to_have_count(1)
    expect(dialog.locator("footer, .td-up, h2 ~ h2")).to_have_count(0)


def test_a_former_address_of_a_proof_leads_to_it(visit: Visit) -> None:
    visit.go("evidence/security/#csrf_protection-django")
    visit.page.wait_for_url(f"**/{PROOF}")
    expect(visit.page.locator("#csrf_protection-django")).to_be_in_viewport()


def test_a_proof_that_does_not_load_says_so_and_leaves_the_way_to_its_page(
    browser: Browser, home: str
) -> None:
    with browser.new_context() as context:
        context.route("**/evidence/**", lambda route: route.abort())
        visit = Visit(context, home)
        visit.go(GROUP)
        visit.page.locator(LINK).click()
        dialog = visit.page.locator(DIALOG)
        expect(dialog).to_contain_text("did not load")
        expect(dialog.get_by_role("link", name="Open as page")).to_be_visible()


def test_a_new_tab_and_a_page_without_scripts_get_the_page_of_the_proof(
    browser: Browser, home: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        visit = Visit(context, home)
        visit.go(GROUP)
        visit.page.locator(LINK).click()
        visit.page.wait_for_url(f"**/{PROOF}")
    with browser.new_context() as context:
        visit = Visit(context, home)
        visit.go(GROUP)
        with context.expect_page() as waiting:
            visit.page.locator(LINK).click(modifiers=["ControlOrMeta"])
        assert waiting.value.url.endswith(PROOF)
        assert visit.page.locator(DIALOG).count() == 0
