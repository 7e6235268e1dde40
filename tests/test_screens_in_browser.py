"""Pictures of the ten main pages, kept in artifacts/screens/ for whoever reviews a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.site_tools import ROOT
from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
SCREENS = ROOT / "artifacts" / "screens"
MAIN_PAGES = {
    "home": "",
    "chooser": "chooser/",
    "group": "compare/security/",
    "matrix": "compare/matrix/",
    "proof": "evidence/security/django/",
    "step": "learn/flask/",
    "quiz": "learn/quiz/requests/",
    "example": "build/json_body/",
    "pitfalls": "pitfalls/django/",
    "performance": "performance/",
}
LOOK = """() => {
  const style = getComputedStyle(document.body);
  const shade = style.backgroundColor.match(/\\d+/g).reduce((sum, part) => sum + Number(part), 0);
  return [shade > 382 ? "light" : "dark",
    document.documentElement.scrollWidth <= innerWidth, document.querySelector("h1").innerText];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_main_pages_follow_the_readers_scheme_and_screen(
    browser: Browser, home: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    with browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme
    ) as context:
        visit = Visit(context, home)
        for name, address in MAIN_PAGES.items():
            visit.go(address)
            shown, fits, title = visit.page.evaluate(LOOK)
            assert (name, shown, fits) == (name, scheme, True)
            assert title
            visit.page.screenshot(path=SCREENS / f"{name}-{width}-{scheme}.png")
        assert visit.errors == []
