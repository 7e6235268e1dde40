"""Every page stays within its budget: bytes, requests, elements, hosts, policy."""

from __future__ import annotations

from statistics import median

from tests import budget
from tests.budget import visits
from tests.site_pages import target_of


def told(problems: list[str]) -> None:
    """Fail with a line for each problem, and with all of them."""
    assert not problems, "\n".join(["", *problems])


def test_no_page_is_heavier_than_its_budget() -> None:
    told(
        [
            f"/{visit.address}: {visit.total} bytes in a first visit, at most {visit.most_bytes}; "
            "shorten the page, or load what few readers need when they ask for it"
            for visit in visits()
            if visit.total > visit.most_bytes
        ]
    )


def test_half_of_the_pages_are_lighter_than_the_median_budget() -> None:
    middle = median(visit.total for visit in visits())
    assert middle <= budget.MEDIAN_BYTES, (
        f"median of a first visit: {middle:.0f} bytes, at most {budget.MEDIAN_BYTES}; what all "
        "pages share (assets/css, assets/js) has grown"
    )


def test_no_page_needs_more_requests_than_its_budget() -> None:
    told(
        [
            f"/{visit.address}: {1 + len(visit.asked)} requests, at most {budget.REQUESTS}: "
            f"{sorted(visit.asked)}; put what all pages need into a shared file"
            for visit in visits()
            if 1 + len(visit.asked) > budget.REQUESTS
        ]
    )


def test_no_page_asks_another_host_on_arrival() -> None:
    told(
        [
            f"/{visit.address}: asks {address}; keep a copy in docs/assets"
            for visit in visits()
            for address in sorted(visit.asked)
            if target_of(address, visit.address) is None
        ]
    )


def test_no_page_has_more_elements_than_its_budget() -> None:
    told(
        [
            f"/{visit.address}: {visit.nodes} elements, at most {visit.most_nodes}; use fewer "
            "elements a row, or split the page"
            for visit in visits()
            if visit.nodes > visit.most_nodes
        ]
    )


def test_a_first_search_stays_within_its_budget() -> None:
    total = budget.first_search_bytes()
    assert total <= budget.FIRST_SEARCH_BYTES, (
        f"first search: {total} bytes, at most {budget.FIRST_SEARCH_BYTES}; lower COMMON in "
        "builder/search_index.py, or leave sections out with data-search-exclude"
    )


def test_every_page_has_a_strict_policy() -> None:
    told(
        [
            f"/{visit.address}: policy {visit.policy!r}; builder/csp.py writes it"
            for visit in visits()
            if not visit.policy.startswith("default-src 'none'; script-src 'self'")
            or "unsafe" in visit.policy
        ]
    )
