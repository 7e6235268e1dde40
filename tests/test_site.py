"""The built site is whole: every address leads somewhere, nothing comes from another host."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from macros.ledger import Ledger
from tests.site_pages import Page, pages, target_of
from tests.site_tools import address_of, built_site, nav_pages

NO_PAGE = "404.html"
SPOILED = re.compile(r"\{\{|\{%|\{#|Macro \w+ Error|<!--/?raw-->")


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the built site."""
    return built_site()


def test_every_page_of_the_navigation_is_built_and_every_built_page_is_in_it() -> None:
    assert {page.address for page in pages()} == {*map(address_of, nav_pages()), NO_PAGE}


def test_no_page_is_twice_in_the_navigation() -> None:
    assert repeated(nav_pages()) == []


def test_every_link_and_every_file_that_a_page_asks_for_is_there(site: Path) -> None:
    files = {file for file in site.rglob("*") if file.is_file()}
    assert [
        f"{page.address}: {link}"
        for page in pages()
        for link in page.links
        if (target := target_of(link, page.address)) and target[0] not in files
    ] == []


def test_every_anchor_is_there(site: Path) -> None:
    anchors = {site / page.address: {*page.ids, ""} for page in pages()}
    known = {file / "index.html" if file.is_dir() else file: ids for file, ids in anchors.items()}
    assert [
        f"{page.address}: {link}"
        for page in pages()
        for link in page.links
        if (target := target_of(link, page.address)) and target[1] not in known.get(target[0], [""])
    ] == []


def test_links_to_other_sites_are_encrypted() -> None:
    assert [
        f"{page.address}: {link}"
        for page in pages()
        for link in page.links
        if re.match(r"(?!https:|data:)[a-z][a-z+.-]*:|//", link)
    ] == []


def test_no_page_asks_another_host_for_anything() -> None:
    assert [
        f"{page.address}: {address}"
        for page in pages()
        for address in page.resources
        if not address.startswith("data:") and target_of(address, page.address) is None
    ] == []


def test_no_style_sheet_asks_another_host_for_anything(site: Path) -> None:
    asks = re.compile(r"""(?:url\(|@import)\s*["']?(?:https?:)?//[^)"']+""")
    found = {
        sheet.relative_to(site).as_posix(): asks.findall(sheet.read_text(encoding="utf-8"))
        for sheet in site.rglob("*.css")
    }
    assert len(found) > 1
    assert not any(found.values()), found


def test_every_row_and_every_cell_has_its_anchor_on_its_pages(ledger: Ledger) -> None:
    by_address = {page.address: Counter(page.ids) for page in pages()}
    wanted = {
        (address, anchor): 1
        for row in ledger.comparison.rows
        for address in (f"compare/{row.group}/", f"evidence/{row.group}/", "compare/matrix/")
        for anchor in (row.id, *(f"{row.id}-{framework}" for framework in row.cells))
    }
    wanted |= {
        (f"evidence/{row.group}/{framework}/", f"{row.id}-{framework}"): 1
        for row in ledger.comparison.rows
        for framework in row.cells
    }
    assert {(where, anchor): by_address[where][anchor] for where, anchor in wanted} == wanted


def test_a_former_address_of_a_proof_is_that_of_a_link_to_it(site: Path, ledger: Ledger) -> None:
    for row in ledger.comparison.rows:
        html = (site / "evidence" / row.group / "index.html").read_text(encoding="utf-8")
        for framework in row.cells:
            cell = html.partition(f'<td id="{row.id}-{framework}"')[2].partition("</td>")[0]
            assert f"/evidence/{row.group}/{framework}/#{row.id}-{framework}" in cell


def test_no_id_stands_twice_on_a_page() -> None:
    found = {page.address: repeated(page.ids) for page in pages()}
    assert not any(found.values()), found


def test_every_page_has_one_main_heading() -> None:
    assert [page.address for page in pages() if page.headings != 1] == []


def test_the_style_sheet_draws_the_arrow_of_a_chapter(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<li class="md-nav__item md-nav__item--pruned' in home
    assert not re.search(r'<span class="md-nav__icon md-icon"></span>\s*</a>', home)


def test_every_page_has_a_title_of_its_own() -> None:
    assert [page.address for page in pages() if not page.title.strip()] == []
    assert repeated([page.title for page in pages()]) == []


def test_every_page_has_a_description_of_its_own() -> None:
    described = [page for page in pages() if page.address != NO_PAGE]
    assert [page.address for page in described if len(page.description) < 40] == []
    assert repeated([page.description for page in described]) == []


def test_every_figure_of_a_diagram_shows_its_drawing() -> None:
    assert sum(page.figures for page in pages()) >= 8
    assert [page.address for page in pages() if page.figures != page.drawings] == []


def test_no_page_shows_what_a_macro_should_have_replaced(site: Path) -> None:
    assert [page.address for page in pages() if SPOILED.search(page.text)] == []
    assert [page.address for page in pages() if "undefined" in attributes(page)] == []


def test_no_page_asks_for_a_picture_that_was_not_drawn(site: Path) -> None:
    assert [
        page.address
        for page in pages()
        if re.search(r"Error calling plantuml|Syntax Error\?", page.text)
    ] == []


def repeated(values: list[str]) -> list[str]:
    """Return what stands in a list more than once."""
    return [value for value, times in Counter(values).items() if times > 1]


def attributes(page: Page) -> str:
    """Return the attributes of a page that a macro may have filled."""
    return " ".join([*page.ids, *page.links, page.title, page.description])
