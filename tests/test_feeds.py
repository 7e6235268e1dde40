"""The feeds are valid Atom (RFC 4287), and made from the history of the data."""

from __future__ import annotations

import json
import os
import re
import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from builder.export.feeds import feed
from builder.export.news import news
from builder.record import updated
from macros.cell import Cell
from macros.ledger import Ledger
from macros.levels import Support
from macros.published import Published
from tests.book_tools import run_book
from tests.site_pages import target_of
from tests.site_tools import SITE_URL, built_site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
NAMES = ("all", "fastapi", "flask", "django")
DAY = date(2026, 12, 1)


def changed(ledger: Ledger, row_id: str, framework: str, **new: object) -> Ledger:
    """Return the data with another answer in one cell."""
    data = ledger.comparison
    row = data.row(row_id)
    cell = Cell.model_validate({**row.cells[framework].model_dump(exclude_none=True), **new})
    other = row.model_copy(update={"cells": {**row.cells, framework: cell}})
    rows = tuple(other if each.id == row_id else each for each in data.rows)
    return Ledger(type(data).model_construct(None, **{**dict(data), "rows": rows}), DAY)


@pytest.mark.parametrize("name", NAMES)
def test_a_feed_has_what_the_standard_demands(name: str) -> None:
    root = ElementTree.parse(built_site() / f"data/v1/feeds/{name}.atom").getroot()
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    stamps = [root.findtext("a:updated", "", ATOM)]
    ids = [root.findtext("a:id", "", ATOM)]
    assert root.findtext("a:author/a:name", "", ATOM)
    own = [link.get("href") for link in root.findall("a:link[@rel='self']", ATOM)]
    assert own == [f"{SITE_URL}data/v1/feeds/{name}.atom"]
    for entry in root.findall("a:entry", ATOM):
        stamps.append(entry.findtext("a:updated", "", ATOM))
        ids.append(entry.findtext("a:id", "", ATOM))
        assert entry.findtext("a:title", "", ATOM)
        assert entry.findtext("a:summary", "", ATOM)
        (link,) = entry.findall("a:link[@rel='alternate']", ATOM)
        target = target_of(link.attrib["href"], "")
        assert target is not None
        assert f'id="{target[1]}"' in target[0].read_text(encoding="utf-8")
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT12:00:00Z", stamp) for stamp in stamps)
    assert len(set(ids)) == len(ids)
    assert stamps[0] == max(stamps)
    assert all(each.startswith("urn:uuid:") for each in ids)


def said_of(*files: Path) -> list[str]:
    told = run_book("tests.feed_check", *map(str, files))
    assert told.returncode == 0, told.stderr
    found: list[str] = json.loads(told.stdout)
    return found


@pytest.mark.book
def test_a_grammar_of_atom_and_the_program_of_a_reader_find_no_fault() -> None:
    assert said_of(*(built_site() / f"data/v1/feeds/{name}.atom" for name in NAMES)) == []


@pytest.mark.book
@pytest.mark.parametrize(
    ("there", "instead", "said"),
    [
        ("<updated>2", "<updated>on day 2", "updated"),
        ("<title>", "<title kind='none'>", "kind"),
        ("<author>", "<writer/><author>", "author"),
    ],
)
def test_a_fault_in_a_feed_is_found(there: str, instead: str, said: str, tmp_path: Path) -> None:
    whole = (built_site() / "data/v1/feeds/all.atom").read_text(encoding="utf-8")
    file = tmp_path / "odd.atom"
    file.write_text(whole.replace(there, instead, 1), encoding="utf-8")
    found = said_of(file)
    assert any(said in one for one in found), found


def test_the_feed_of_all_holds_those_of_each_and_some_news() -> None:
    def ids(name: str) -> set[str]:
        text = (built_site() / f"data/v1/feeds/{name}.atom").read_text(encoding="utf-8")
        return {*re.findall(r"<id>(.*?)</id>", text)[1:]}

    assert ids("all") == ids("fastapi") | ids("flask") | ids("django")
    assert all(ids(name) for name in NAMES)


def test_the_home_page_names_the_feed() -> None:
    home = (built_site() / "index.html").read_text(encoding="utf-8")
    assert re.search(r'application/atom\+xml.{0,60}href="?data/v1/feeds/all\.atom', home)


def test_a_corrected_cell_is_news_before_and_after_it_is_recorded(small_ledger: Ledger) -> None:
    first = updated(Published(), small_ledger.comparison, ["a/"], small_ledger.today)
    assert first.changes == ()
    later = changed(small_ledger, "csrf", "django", answer="Accepted", support=Support.BUILT_IN)
    (told,) = news(later, first, [])
    assert (told.before, told.after) == ("Partly: Refused", "Built in: Accepted")
    assert told.day == DAY
    recorded = updated(first, later.comparison, [], DAY)
    (kept,) = news(Ledger(later.comparison, date(2027, 1, 1)), recorded, [])
    assert (kept.key, kept.day) == (told.key, DAY)
    assert recorded.pages == ("a/",)


def committed(root: Path, answer: str, day: str, note: str = "") -> None:
    """Commit a data file with one cell to the repository ``root``, on a day."""
    file = root / "data" / "comparison.yml"
    file.parent.mkdir(exist_ok=True)
    cell = f"{{support: built_in, answer: {answer}, note: {note}}}"
    file.write_text(f"rows: [{{id: csrf, cells: {{django: {cell}}}}}]\n", encoding="utf-8")
    moment = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "Change"],
    ):
        subprocess.run(["git", *command], cwd=root, env={**os.environ, **moment}, check=True)


def test_a_verdict_has_the_day_of_the_commit_that_brought_it_whatever_comes_after(
    small_ledger: Ledger, tmp_path: Path
) -> None:
    first = updated(Published(), small_ledger.comparison, [], small_ledger.today)
    later = changed(small_ledger, "csrf", "django", answer="Accepted", support=Support.BUILT_IN)
    committed(tmp_path, "Accepted", "2026-09-01")
    committed(tmp_path, "Refused", "2026-10-01")
    committed(tmp_path, "Accepted", "2026-10-05")
    committed(tmp_path, "Accepted", "2026-10-09", note="Other words")
    (told,) = news(later, first, [], tmp_path)
    assert told.day == date(2026, 10, 5)
    (other,) = updated(first, later.comparison, [], DAY, tmp_path).changes
    assert other.day == told.day


def test_a_verdict_that_is_not_committed_has_the_day_of_the_build(
    small_ledger: Ledger, tmp_path: Path
) -> None:
    first = updated(Published(), small_ledger.comparison, [], small_ledger.today)
    later = changed(small_ledger, "csrf", "django", answer="Accepted", support=Support.BUILT_IN)
    committed(tmp_path, "Refused", "2026-10-01")
    (told,) = news(later, first, [], tmp_path)
    assert told.day == DAY


def test_a_change_of_the_note_is_no_news(small_ledger: Ledger) -> None:
    first = updated(Published(), small_ledger.comparison, [], small_ledger.today)
    assert news(changed(small_ledger, "csrf", "django", note="Other words."), first, []) == []


def test_odd_characters_leave_a_feed_well_formed(small_ledger: Ledger) -> None:
    first = updated(Published(), small_ledger.comparison, [], small_ledger.today)
    odd = '</title><script>alert(1)</script>\x0b&"'
    later = changed(small_ledger, "csrf", "django", answer=odd)
    text = feed("all", "News", "https://docs.example/", news(later, first, []), DAY)
    root = ElementTree.fromstring(text)
    title = root.findtext("a:entry/a:title", "", ATOM)
    assert odd.replace("\x0b", "\ufffd") in title


def test_a_feed_without_news_has_the_day_it_is_given() -> None:
    root = ElementTree.fromstring(feed("all", "News", "https://docs.example/", [], DAY))
    assert root.findtext("a:updated", "", ATOM) == "2026-12-01T12:00:00Z"


def test_the_record_is_committed() -> None:
    assert (Path(__file__).parents[1] / "data" / "published.json").is_file()
