"""The copy that opens from the file system: each part of it works without a server."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site_tools import build_second, built_site, run_builder
from tests.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_BUILD = (
    "import sys; from pathlib import Path; from builder import offline; "
    "offline.build(Path(sys.argv[1]), Path(sys.argv[2]))"
)


def copy_to(target: Path) -> Path:
    settings = {"SOURCE_DATE_EPOCH": build_second()}
    told = run_builder("-c", _BUILD, str(built_site()), str(target), settings=settings)
    assert told.returncode == 0, told.stderr
    return target


@pytest.fixture(scope="module", name="copy")
def copy_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the built site, made once."""
    return copy_to(tmp_path_factory.mktemp("offline") / "copy")


@pytest.fixture(name="visit")
def visit_fixture(copy: Path, browser: Browser) -> Iterator[Visit]:
    """Return a page in a browser whose home is the unpacked copy."""
    context = browser.new_context(offline=True)
    yield Visit(context, (copy / "test-drive").as_uri() + "/")
    context.close()


def test_the_zip_is_below_five_megabytes_and_the_same_each_time(copy: Path, tmp_path: Path) -> None:
    packed = (copy / "test-drive.zip").read_bytes()
    assert len(packed) < 5_000_000
    assert (copy_to(tmp_path / "again") / "test-drive.zip").read_bytes() == packed


def test_the_zip_holds_what_the_folder_holds(copy: Path) -> None:
    with zipfile.ZipFile(copy / "test-drive.zip") as packed:
        names = set(packed.namelist())
    folder = {
        f.relative_to(copy).as_posix() for f in (copy / "test-drive").rglob("*") if f.is_file()
    }
    assert names == folder


@pytest.mark.browser
def test_a_reader_walks_from_page_to_page(visit: Visit) -> None:
    visit.go("index.html")
    visit.page.locator("article a[href*='compare/']").first.click()
    visit.page.wait_for_url("**/compare/**/*index.html*")
    visit.page.locator("a[href*='glossary']").first.click()
    visit.page.wait_for_url("**/glossary/index.html*")
    assert visit.page.locator("h1").inner_text().startswith("Glossary")
    assert visit.errors == []


@pytest.mark.browser
def test_the_search_finds_a_row_and_leads_to_it(visit: Visit) -> None:
    visit.go("compare/index.html")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("csrf")
    first = visit.page.locator(".md-search-result__list a").first
    first.wait_for()
    assert "index.html" in (first.get_attribute("href") or "")
    first.click()
    visit.page.wait_for_url("**/index.html*#csrf_protection")
    assert visit.errors == []


@pytest.mark.browser
def test_a_table_leads_to_a_proof(visit: Visit) -> None:
    visit.go("compare/security/index.html")
    visit.page.locator(".td-grid a.state").first.click()
    visit.page.wait_for_url("**/evidence/security/*/index.html#*")
    assert visit.errors == []


@pytest.mark.browser
def test_the_chooser_ranks(visit: Visit) -> None:
    visit.go("chooser/index.html")
    visit.page.locator("td-chooser input[type=radio]").first.check()
    assert visit.page.locator("td-chooser .td-places li").count() == 3
    assert visit.errors == []


@pytest.mark.browser
def test_the_quiz_answers(visit: Visit) -> None:
    visit.go("learn/quiz/requests/index.html")
    question = visit.page.locator("td-predict").first
    question.locator("input[type=radio]").first.check()
    question.get_by_role("button", name="Check my answer").click()
    assert question.locator(".said").inner_text()
    assert visit.errors == []
