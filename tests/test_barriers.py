"""No barrier that a program can find stands in a page: light and dark, phone to desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.barriers import VIEWS, barriers
from tests.site_tools import address_of, nav_pages
from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
ADDRESSES = [address_of(source) for source in nav_pages()]
# A page of each kind is looked at in every view, each other page in one of them, in turn;
# `make audit` looks at every page in every view.
KINDS = (
    "",
    "chooser/",
    "compare/footprint/",
    "evidence/security/django/",
    "learn/flask/",
    "build/caching/",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_no_barrier(browser: Browser, home: str, address: str) -> None:
    turn = ADDRESSES.index(address) % len(VIEWS)
    views = VIEWS if address in KINDS else VIEWS[turn : turn + 1]
    with browser.new_context() as context:
        visit = Visit(context, home)
        visit.go(address)
        found = barriers(visit.page, views)
    assert found == [], f"/{address}: {len(found)} barriers, budget 0; mend the first: {found[0]}"
