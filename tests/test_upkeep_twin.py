"""The comparison of two engines' builds names every kind of difference, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.load import ROOT
from upkeep import twin

PAGE = (
    "<html><title>{title}</title><nav><a href='x/'>other</a></nav><article><h2 id='part'>P</h2>"
    "<table><tr><td>1</td></tr>{rows}</table><a href='{link}'>go</a></article></html>"
)


def built(folder: Path, *, title: str = "A", rows: str = "", link: str = "#part") -> twin.Pages:
    """Write a site of two pages, of which the second varies, and read it."""
    (folder / "b").mkdir(parents=True)
    first = PAGE.format(title="Home", rows="", link="b/#part")
    (folder / "index.html").write_text(first, encoding="utf-8")
    second = PAGE.format(title=title, rows=rows, link=link)
    (folder / "b" / "index.html").write_text(second, encoding="utf-8")
    return twin.pages(folder)


def named(ours: twin.Pages, theirs: twin.Pages) -> dict[str, tuple[str, ...]]:
    return {each.what: each.places for each in twin.differences(ours, theirs)}


def test_equal_builds_differ_in_nothing(tmp_path: Path) -> None:
    ours, theirs = built(tmp_path / "ours"), built(tmp_path / "theirs")
    assert named(ours, theirs) == {}
    assert "2 pages of 2, 2 table rows of 2, 2 links of 2 are the same." in twin.report(
        ours, theirs, "the other"
    )
    assert not twin.is_worse(ours, theirs)


def test_what_stands_around_the_text_does_not_count(tmp_path: Path) -> None:
    ours, theirs = built(tmp_path / "ours"), built(tmp_path / "theirs")
    assert ours["b/"].links == theirs["b/"].links == {"https://built.example/b/#part"}


def test_the_title_of_a_picture_is_not_the_page_s(tmp_path: Path) -> None:
    picture = "<tr><td><svg><title>A chart</title></svg></td></tr>"
    assert built(tmp_path, rows=picture)["b/"].title == "A"


@pytest.mark.parametrize(
    ("change", "what", "place"),
    [
        ({"title": "B"}, "other titles", "b/: A / B"),
        ({"rows": "<tr></tr>"}, "other numbers of table rows", "b/: 1 / 2"),
        ({"link": "../"}, "links that theirs lacks", "b/ -> /b/#part"),
    ],
)
def test_each_difference_is_named_with_its_place(
    change: dict[str, str], what: str, place: str, tmp_path: Path
) -> None:
    ours, theirs = built(tmp_path / "ours"), built(tmp_path / "theirs", **change)
    assert named(ours, theirs)[what] == (place,)


def test_missing_and_added_pages_are_named_and_a_missing_one_is_worse(tmp_path: Path) -> None:
    ours, theirs = built(tmp_path / "ours"), dict(built(tmp_path / "theirs"))
    theirs["c/"] = theirs.pop("b/")
    assert named(ours, theirs) == {
        "pages that only ours has": ("b/",),
        "pages that only theirs has": ("c/",),
    }
    assert twin.is_worse(ours, theirs)


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    ours, theirs = built(tmp_path / "ours"), built(tmp_path / "theirs", link="../c/")
    assert twin.broken(theirs) == ["b/ -> /c/"]
    assert "links that lead nowhere: 1 (`b/ -> /c/`)" in twin.report(ours, theirs, "x")
    assert twin.is_worse(ours, theirs)


def test_what_knows_the_engine_is_named_on_the_page_about_it() -> None:
    page = (ROOT / "docs" / "contribute" / "engine.md").read_text(encoding="utf-8")
    named = {name.rpartition("/")[2] for name in re.findall(r"`([\w./]+\.(?:py|js))`", page)}
    files = [
        file for folder in ("builder", "book", "macros") for file in (ROOT / folder).rglob("*.py")
    ]
    files += (ROOT / "docs" / "assets" / "js").glob("*.js")
    sign = re.compile(r"\bmkdocs\b(?!\.yml)|\bmd-[a-z]|__tabbed|headerlink")
    knowing = {file.name for file in files if sign.search(file.read_text(encoding="utf-8"))}
    assert len(knowing) > 8
    assert knowing - named == set()


def test_the_tests_that_know_the_engine_are_named_there_too() -> None:
    page = (ROOT / "docs" / "contribute" / "engine.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith("| `tests/")]
    sign = re.compile(r"\bmd-[a-z]|__tabbed|headerlink")
    files = [file for file in (ROOT / "tests").glob("*.py") if file != Path(__file__)]
    knowing = {file.name for file in files if sign.search(file.read_text(encoding="utf-8"))}
    assert set(re.findall(r"(\w+\.py)`", row)) == knowing


def test_the_templates_ask_for_nothing_that_only_one_engine_has() -> None:
    only_one = re.compile(
        r"\bpage\.(?:file|edit_url|is_homepage)\b|\.(?:items|get|keys|values|startswith|split|format)\("
        r"|\bfor \w+ in range\(\d+\) if\b"
    )
    texts = {file.name: file.read_text() for file in (ROOT / "overrides").rglob("*.html")}
    assert {name: only_one.findall(_without_remarks(text)) for name, text in texts.items()} == {
        name: [] for name in texts
    }


def _without_remarks(template: str) -> str:
    return re.sub(r"\{#.*?#\}|<script>.*?</script>", "", template, flags=re.DOTALL)
