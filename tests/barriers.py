"""Look for barriers in an open page with axe-core: WCAG 2.0 to 2.2, levels A and AA."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
VIEWS = tuple(product(WIDTHS, SCHEMES))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_RUN = """tags => axe.run(document, {
  runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], elementRef: false,
}).then(({violations}) => violations.flatMap(({id, help, nodes}) =>
  nodes.map(({target}) => `${id}: ${target.join(" ")} (${help})`)))"""
_PAUSE = "milliseconds => new Promise(done => setTimeout(done, milliseconds))"
LOOKS = 5  # a barrier is one when it is still there at the last
# Parts far from the screen have an estimated size, in which no reader ever sees them.
_OPEN = """() => {
  for (const part of document.querySelectorAll('details')) part.open = true;
  const style = new CSSStyleSheet();
  style.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets.push(style);
}"""
_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def _source() -> str:
    return Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")


def barriers(page: Page, views: Iterable[tuple[int, str]]) -> list[str]:
    """Return a line for each barrier of an open page, with all that folds opened and laid out."""
    page.evaluate(_source())
    page.evaluate(_OPEN)
    found = []
    for width, scheme in views:
        show(page, width, scheme)
        lines = _barriers_that_stay(page)
        wide: int = page.evaluate(_WIDE)
        lines += [f"reflow: the page is {wide} px wider than the screen"] if wide > 0 else []
        found += [f"{width} px, {scheme}: {line}" for line in lines]
    return found


def show(page: Page, width: int, scheme: Any) -> None:
    """Show a page at a width in a color scheme, and wait until nothing moves."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(_PAUSE, 60)


def _barriers_that_stay(page: Page) -> list[str]:
    """Return what axe finds, once the theme has had time to answer a new width.

    A code block that came to scroll becomes a tab stop a moment later, on a busy machine later
    still.
    """
    for _ in range(LOOKS):
        lines: list[str] = page.evaluate(_RUN, TAGS)
        if not lines:
            break
        page.evaluate(_PAUSE, 300)
    return lines
