"""The book: everything of the site is in it, and it keeps the rules of an accessible PDF."""

from __future__ import annotations

import re

import pytest

from book.outline import left_out
from macros import load
from macros.ledger import Ledger
from tests.book_tools import A4, run_book, squeezed, whole_book, whole_facts, whole_log
from tests.site_tools import ROOT, address_of, built_site, nav_pages

pytestmark = pytest.mark.book

FRAMEWORKS = ("fastapi", "flask", "django")
# Of tests/yardstick.py, in processor time. 20 to 27 were seen, the more the busier the machine;
# 20 took 57 s beside little other work, on two cores that do one in 3.8 s.
UNITS = 32


def words() -> str:
    return squeezed("".join(whole_facts()["texts"]))


def test_the_whole_site_fits_a_book_of_300_to_900_pages() -> None:
    assert 300 <= whole_facts()["pages"] <= 900
    assert A4 in whole_facts()["sizes"]


def test_the_book_is_smaller_than_seven_megabytes() -> None:
    assert whole_book().stat().st_size < 7_000_000


def test_a_book_keeps_to_its_processor_time_and_to_a_gigabyte() -> None:
    told = re.search(r"(\d+) s of processor time, (\d+) MB of memory", whole_log())
    unit = re.search(r"yardstick: ([\d.]+) s", whole_log())
    assert told
    assert unit
    assert int(told[1]) / float(unit[1]) < UNITS
    assert int(told[2]) < 1000


def test_nothing_of_the_site_could_not_be_done_well() -> None:
    assert "could not do well" not in whole_log()


def test_every_page_of_the_navigation_but_whole_proofs_has_a_bookmark(ledger: Ledger) -> None:
    second = [title for level, title in whole_facts()["bookmarks"] if level == 2]
    printed = {*map(address_of, nav_pages())} - left_out(ledger).keys()
    assert len(second) >= len(printed)


def test_bookmarks_have_three_levels_and_equal_the_headings() -> None:
    levels = [level for level, _ in whole_facts()["bookmarks"]]
    headings = [h for h in whole_facts()["headings"] if h in ("H1", "H2", "H3")]
    assert set(levels) == {1, 2, 3}
    assert [f"H{level}" for level in levels] == headings


def test_every_row_stands_in_the_book() -> None:
    rows = load.read(load.DATA).rows
    missing = [row.id for row in rows if f"ONLY={row.id}" not in words()]
    assert not missing


def test_every_cell_has_its_proof_in_short_form() -> None:
    data = load.read(load.DATA)
    seen = [cell.observed for row in data.rows for cell in row.cells.values() if cell.observed]
    assert not [one for one in seen if squeezed(one) not in words()]


def test_the_code_of_every_tab_is_in_the_book() -> None:
    shown = re.compile(r'<span class="filename">(examples/[^<]+)</span>')
    pages = (file.read_text(encoding="utf-8") for file in (built_site() / "build").rglob("*.html"))
    files = {name for page in pages for name in shown.findall(page)}
    assert len(files) > 90
    assert not [name for name in files if squeezed(name) not in words()]


def test_predictions_are_asked_in_place_and_answered_at_the_end() -> None:
    titles = [title for _, title in whole_facts()["bookmarks"]]
    assert titles.index("Answers") > titles.index("Learn")
    pages = [file.read_text(encoding="utf-8") for file in built_site().rglob("*.html")]
    asked = sum(page.count("<td-predict ") for page in pages)
    assert words().count("Right.") >= asked > 50


def test_every_figure_has_an_alternative_text() -> None:
    assert whole_facts()["tags"]["/Figure"] >= 20
    assert whole_facts()["figures_without_text"] == 0


def test_the_lines_of_a_chart_have_the_colors_of_the_frameworks() -> None:
    style = (ROOT / "docs" / "assets" / "css" / "site.css").read_text(encoding="utf-8")
    colors = {re.findall(rf"--td-{name}: (#\w+);", style)[0] for name in FRAMEWORKS}
    told = zip(whole_facts()["texts"], whole_facts()["strokes"], strict=True)
    charts = [colors <= set(strokes) for text, strokes in told if "Performance" in text]
    assert sum(charts) >= 5


def test_every_head_of_a_table_says_what_it_heads() -> None:
    assert whole_facts()["tags"]["/TH"] > 500
    assert whole_facts()["heads_without_scope"] == 0


def test_no_text_stands_outside_its_page_and_no_page_is_blank() -> None:
    assert whole_facts()["outside"] == []
    assert whole_facts()["drawn"] > 500
    assert whole_facts()["blank"] == []


def test_links_lead_to_a_page_of_the_book_or_to_an_address() -> None:
    assert whole_facts()["links"]["inside"] > 1000
    assert whole_facts()["bad_links"] == []


def test_a_page_number_in_the_text_is_that_of_the_page_it_names() -> None:
    texts = whole_facts()["texts"]
    foot = re.compile(r", \d{4}-\d\d-\d\d 1\s*$")
    first = next(n for n, text in enumerate(texts) if foot.search(text))
    contents = " ".join(texts[:first])
    found = re.search(r"Glossary[ .]+(\d+)", contents)
    assert found
    assert "Glossary" in texts[first + int(found[1]) - 1]


def test_every_font_is_embedded_and_says_its_characters() -> None:
    assert set(whole_facts()["fonts"].values()) == {True}
    known = ("IBM-Plex", "Book-Symbols", "Noto")
    assert all(name.startswith(known) for name in whole_facts()["fonts"])


def test_the_book_is_tagged_and_says_its_language_and_title() -> None:
    told = whole_facts()
    assert (told["marked"], told["shows_title"], told["ua"]) == (True, True, "1")
    assert (told["language"], told["title"]) == ("en-US", "Test Drive")
    assert told["unmapped_keys"] == 0


def test_a_checker_of_accessible_pdf_finds_no_error() -> None:
    told = run_book("pdfua", "check", "--min-severity", "error", str(whole_book()))
    assert told.returncode == 0, told.stdout[-2000:]
