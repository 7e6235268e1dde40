"""Books of hand-written pages: what the layout does with tables, code, pictures and letters."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builder.export import commit
from tests.book_tools import A4, LETTER, facts, run_book, small_book, squeezed
from tests.site_tools import ROOT

pytestmark = pytest.mark.book


def test_the_same_commit_gives_the_same_bytes(tmp_path: Path) -> None:
    text = "<p>Some <a href='../b/'>words</a>.</p>"
    one, said = small_book(tmp_path / "1", {"a": text, "b": text})
    other, _ = small_book(tmp_path / "2", {"a": text, "b": text})
    assert said.returncode == 0, said.stderr
    assert one.read_bytes() == other.read_bytes()


def test_us_letter_is_an_option(tmp_path: Path) -> None:
    book, said = small_book(tmp_path, {"a": "<p>Words.</p>"}, "--paper=letter")
    assert said.returncode == 0, said.stderr
    assert facts(book)["sizes"] == [LETTER]


def test_a_wide_table_turns_its_page_and_keeps_every_cell(tmp_path: Path) -> None:
    cells = "".join(f"<td>{'W' * 60}end{n}</td>" for n in range(14))
    heads = "".join(f"<th>H{n}</th>" for n in range(14))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
    book, said = small_book(tmp_path, {"a": f"<p>Before.</p>{table}<p>After.</p>"})
    assert said.returncode == 0, said.stderr
    told = facts(book)
    text = squeezed("".join(told["texts"]))
    assert [842, 595] in told["sizes"]
    assert all(f"end{n}" in text for n in range(14))
    assert told["outside"] == []
    assert told["turned"] == [False, False, False, True, False]


def test_a_table_of_many_short_columns_stays_upright(tmp_path: Path) -> None:
    years = "".join(f"<td>{year}</td>" for year in range(2018, 2026))
    table = f"<table><thead><tr>{years}</tr></thead><tbody><tr>{years}</tr></tbody></table>"
    book, said = small_book(tmp_path, {"a": table})
    assert said.returncode == 0, said.stderr
    assert facts(book)["sizes"] == [A4]


def test_a_long_line_of_code_wraps(tmp_path: Path) -> None:
    line = "x" * 700 + "THE_END"
    book, said = small_book(tmp_path, {"a": f"<pre><code>{line}</code></pre>"})
    assert said.returncode == 0, said.stderr
    told = facts(book)
    assert line in squeezed("".join(told["texts"]))
    assert told["outside"] == []


@pytest.mark.parametrize(("x", "outside"), [(10, 0), (4000, 5)])
def test_words_of_a_drawing_outside_the_page_are_found(
    x: int, outside: int, tmp_path: Path
) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" aria-label="A drawing" viewBox="0 0 600 60" '
        f'style="overflow: visible"><g opacity=".5"><text x="{x}" y="20">Words</text></g></svg>'
    )
    book, said = small_book(tmp_path, {"a": f"<p>Before.</p>{drawing}"})
    assert said.returncode == 0, said.stderr
    told = facts(book)
    assert told["drawn"] == len("Words")  # each letter has a place of its own
    assert len(told["outside"]) == outside


def test_the_cover_names_the_edition_by_version_day_and_commit(tmp_path: Path) -> None:
    book, said = small_book(tmp_path, {"a": "<p>Words.</p>"})
    assert said.returncode == 0, said.stderr
    cover = " ".join(facts(book)["texts"][0].split())
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = commit.of_data(ROOT)
    named = f", commit {known[:10]}." if known else "."
    assert re.search(rf"Edition {version['version']} of \d{{4}}-\d\d-\d\d{named}", cover), cover


def test_a_package_stands_apart_from_the_answer_before_it(tmp_path: Path) -> None:
    answer = (
        '<dl class="td-answers"><dt class="fw fw-flask">Flask</dt><dd class="answer">'
        '<span class="support">Third party</span> Add a package <small>(Some-Package) </small></dd>'
        "<dd>A note.</dd></dl>"
    )
    book, said = small_book(tmp_path, {"a": answer})
    assert said.returncode == 0, said.stderr
    text = " ".join("".join(facts(book)["texts"]).split())
    assert "Third party: Add a package (Some-Package). A note." in text


def test_a_short_table_stands_on_one_page(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>Row {n}</td><td>Cell</td></tr>" for n in range(5))
    table = f"<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>"
    lines = "".join(f"<p>Line {n}.</p>" for n in range(31))
    book, said = small_book(tmp_path, {"a": f"{lines}{table}"})
    assert said.returncode == 0, said.stderr
    pages = [text for text in facts(book)["texts"] if "Row " in text]
    assert len(pages) == 1


def test_a_missing_picture_is_named_and_its_words_stand_in(tmp_path: Path) -> None:
    book, said = small_book(tmp_path, {"a": '<p><img src="no.png" alt="A red car"></p>'})
    assert said.returncode == 0, said.stderr
    assert "no.png" in said.stderr
    assert "A red car" in "".join(facts(book)["texts"])


def test_right_to_left_and_chinese_words_are_set_in_fonts_of_their_own(tmp_path: Path) -> None:
    text = "<p>\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 and 中文。</p>"
    book, said = small_book(tmp_path, {"a": text})
    assert said.returncode == 0, said.stderr
    assert "could not do well" not in said.stderr
    told = facts(book)
    assert "中文" in squeezed("".join(told["texts"]))
    assert set(told["fonts"].values()) == {True}


def test_letters_without_a_font_are_named_with_their_page_and_printed_as_codes(
    tmp_path: Path,
) -> None:
    book, said = small_book(
        tmp_path, {"a": "<p>Words.</p>", "b": "<p>Thai: \u0e44\u0e17\u0e22.</p>"}
    )
    assert said.returncode == 0, said.stderr
    assert "b/index.html: no font of the book has \u0e17 (U+0E17)" in said.stderr
    assert "a/index.html" not in said.stderr
    assert "[U+0E44][U+0E17][U+0E22]" in squeezed("".join(facts(book)["texts"]))


def test_a_site_of_300_pages_becomes_a_book(tmp_path: Path) -> None:
    pages = {f"p{n}": f"<p>Page {n}. <a href='../p{299 - n}/'>Other</a></p>" for n in range(300)}
    book, said = small_book(tmp_path, pages)
    assert said.returncode == 0, said.stderr
    assert facts(book)["pages"] >= 302


def test_a_site_that_is_not_built_is_told_in_one_line_a_page(tmp_path: Path) -> None:
    said = run_book("book", f"--site={tmp_path}", f"--out={tmp_path / 'no.pdf'}")
    assert said.returncode == 1
    assert "make site" in said.stderr
    assert "Traceback" not in said.stderr
    assert not (tmp_path / "no.pdf").exists()
