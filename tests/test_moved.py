"""Old addresses of rows and pages lead to the new ones, for ever."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builder.export.moved import anchors, copy_files, write_anchors, write_pages
from builder.record import updated
from macros import load
from macros.ledger import Ledger
from macros.model import Comparison
from macros.problems import BadDataError
from macros.published import (
    PUBLISHED,
    Published,
    Redirects,
    read_published,
    read_redirects,
)
from tests.conftest import SMALL
from tests.site_tools import address_of, built_site, nav_pages
from tests.visits import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RENAMED = SMALL.replace("id: csrf", "id: csrf_protection")
MOVED = SMALL.replace("group: security", "group: forms").replace("id: security", "id: forms")


@pytest.fixture
def published(small_ledger: Ledger) -> Published:
    """Return the record of the small data."""
    return updated(Published(), small_ledger.comparison, [], small_ledger.today)


def read(text: str, folder: Path) -> Comparison:
    """Return a data file of that text."""
    file = folder / "other.yml"
    file.write_text(text, encoding="utf-8")
    return load.read(file)


def redirects(folder: Path, text: str) -> Path:
    """Return a file of redirects."""
    file = folder / "redirects.yml"
    file.write_text(text, encoding="utf-8")
    return file


def refusal(folder: Path, published: Published, data: str, text: str) -> list[str]:
    """Return what is said about redirects."""
    with pytest.raises(BadDataError) as caught:
        read_redirects(read(data, folder), published, redirects(folder, text))
    return list(caught.value.messages)


def test_every_row_that_was_ever_published_is_there_or_redirected(ledger: Ledger) -> None:
    published = read_published()
    found = read_redirects(ledger.comparison, published)
    assert len(published.rows) >= 231
    today = {row.id for row in ledger.comparison.rows}
    assert {found.rows.get(row, row) for row in published.rows} <= today


def test_every_page_that_was_ever_published_is_there_or_redirected(ledger: Ledger) -> None:
    published = read_published()
    moved = read_redirects(ledger.comparison, published).pages
    today = {address_of(source) for source in nav_pages()}
    assert len(published.pages) >= 111
    assert {moved.get(page, page) for page in published.pages} <= today


def test_the_record_of_what_was_published_is_committed() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8"))["rows"]


def test_a_renamed_row_without_an_entry_is_refused(tmp_path: Path, published: Published) -> None:
    (said,) = refusal(tmp_path, published, RENAMED, "rows: {}\n")
    assert said == (
        'data/redirects.yml:1: the row "csrf" was published and is gone; expected it to be '
        "redirected; add `csrf: its_new_id` under rows"
    )


def test_a_redirect_to_nowhere_suggests_a_row(tmp_path: Path, published: Published) -> None:
    (said,) = refusal(tmp_path, published, RENAMED, "rows:\n  csrf: csrf_protect\n")
    assert said.startswith('data/redirects.yml:2: csrf: there is no row "csrf_protect"')
    assert said.endswith('did you mean "csrf_protection"?')


def test_a_redirect_from_a_row_of_today_is_refused(tmp_path: Path, published: Published) -> None:
    (said,) = refusal(tmp_path, published, SMALL, "rows: {csrf: csrf}\n")
    assert "csrf: is a row of today" in said


@pytest.mark.parametrize("text", ["pages: {../x: a/}\n", "pages: {a/: 'https://x/'}\n"])
def test_an_address_outside_the_site_is_refused(
    text: str, tmp_path: Path, published: Published
) -> None:
    (said,) = refusal(tmp_path, published, SMALL, text)
    assert "expected two addresses" in said


def test_an_old_anchor_stands_where_it_stood_and_leads_on(
    tmp_path: Path, published: Published
) -> None:
    data = read(RENAMED, tmp_path)
    page = tmp_path / "compare" / "security"
    page.mkdir(parents=True)
    (page / "index.html").write_text('<article><h3 id="csrf_protection">x</h3></article>')
    moved = Redirects({"csrf": "csrf_protection"}, {})
    write_anchors(tmp_path, list(anchors(data, published, moved)))
    html = (page / "index.html").read_text(encoding="utf-8")
    assert '<li id="csrf"><a href="#csrf_protection">CSRF protection</a>' in html
    assert '<li id="csrf-django"><a href="#csrf_protection-django">' in html


def test_a_row_that_moved_to_another_group_is_found_from_its_old_page(
    tmp_path: Path, published: Published
) -> None:
    found = {
        (each.page, each.name): each.address
        for each in anchors(read(MOVED, tmp_path), published, Redirects({}, {}))
    }
    assert found["compare/security/", "csrf"] == "../../compare/forms/#csrf"
    assert found["evidence/security/", "csrf-flask"] == "../../evidence/forms/#csrf-flask"
    assert found["evidence/security/flask/", "csrf-flask"] == "../../forms/flask/#csrf-flask"
    assert ("compare/matrix/", "csrf") not in found


def test_the_record_remembers_every_group_of_a_row(tmp_path: Path, published: Published) -> None:
    after = updated(published, read(MOVED, tmp_path), [], date(2026, 12, 1))
    assert after.rows["csrf"].groups == ("security", "forms")


def test_the_files_of_an_old_id_say_what_the_new_ones_say(tmp_path: Path) -> None:
    for folder in ("rows", "evidence", "badges"):
        (tmp_path / folder).mkdir()
    (tmp_path / "rows" / "new.json").write_text("{}")
    (tmp_path / "badges" / "new.svg").write_text("<svg/>")
    copy_files(tmp_path, Redirects({"old": "new"}, {}))
    assert (tmp_path / "rows" / "old.json").read_text() == "{}"
    assert (tmp_path / "badges" / "old.svg").read_text() == "<svg/>"


def test_a_page_at_an_old_address_leads_on_without_a_script(tmp_path: Path) -> None:
    write_pages(tmp_path, Redirects({}, {"old/page/": "new/"}), "https://docs.example/")
    html = (tmp_path / "old" / "page" / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../new/">' in html
    assert '<link rel="canonical" href="https://docs.example/new/">' in html
    assert "<script" not in html


@pytest.mark.browser
def test_a_browser_follows_an_old_anchor_to_the_new_one(browser: Browser) -> None:
    link = '<a href="../forms/#y">Y</a>'
    moved = f'<section class="td-moved"><ul><li id="xsrf">{link}</li></ul></section>'
    file = built_site() / "compare" / "security" / "index.html"
    body = file.read_text(encoding="utf-8").replace("</article>", f"{moved}</article>")
    with served(built_site()) as home:
        page = browser.new_page()
        page.route("**/compare/security/", lambda route: route.fulfill(body=body))
        page.route("**/compare/forms/", lambda route: route.fulfill(body="<p id=y>here</p>"))
        page.goto(f"{home}compare/security/#xsrf")
        page.wait_for_url("**/compare/forms/#y")
        page.close()
