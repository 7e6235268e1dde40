"""What is made lighter before the layout sees it, and after: code, drawings, ends, structure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.book_tools import facts, small_book, told_by

pytestmark = pytest.mark.book

HIGHLIGHTED = (
    "<div><pre><code><span class='kn'>from</span> <span class='nn'>a</span> <span class='kn'>import"
    "</span> <span class='n'>b</span>\n<span class='kd'>def</span> <span class='kc'>None</span>  "
    "<span class='s1'>'x'</span><span class='s2'>'y'</span>\n</code></pre></div>"
)


def made_of(text: str, work: str) -> str:
    """Return an HTML text after one of the book's modules has worked on it."""
    return told_by(
        "from lxml import html\nfrom book import code, ends\n"
        f"whole = html.fragment_fromstring({text!r})\n{work}\n"
        "print(html.tostring(whole, encoding='unicode'), end='')"
    )


def of_code(text: str) -> str:
    return made_of(text, "code.lighten(whole)")


def test_neighbors_of_one_color_become_one_span_with_the_spaces_between_them() -> None:
    assert of_code(HIGHLIGHTED) == (
        '<div><pre><code><span class="k">from </span>a <span class="k">import </span>b\n'
        "<span class=\"k\">def None  </span><span class=\"s\">'x''y'</span>\n</code></pre></div>"
    )


def rules_for(group: str, path: str) -> str:
    drawing = f"<svg><g class='{group}'><path class='{path}'/></g></svg>"
    return told_by(
        "from lxml import html\nfrom book import drawings\n"
        f'print(*drawings.rules_for(html.fragment_fromstring("{drawing}")))'
    )


def test_a_drawing_brings_only_the_rules_of_its_classes() -> None:
    assert "." not in rules_for("no", "nothing")
    told = rules_for("td-chart", "fastapi")
    assert ".fastapi rect" in told
    assert ".flask" not in told


def stays(text: str) -> list[str]:
    """Return the words of the blocks that the end of a chapter holds together."""
    told = made_of(
        f"<div>{text}</div>",
        "ends.hold(whole)\nimport json\n"
        "held = [b.text for b in whole.xpath('.//*[contains(@class, \"stay\")]')]\n"
        "whole = html.fragment_fromstring('<p/>')\nwhole.text = json.dumps(held)",
    )
    found: list[str] = json.loads(told.removeprefix("<p>").removesuffix("</p>"))
    return found


def test_the_last_blocks_of_a_chapter_stay_together() -> None:
    text = "".join(f"<p>{n}</p>" for n in range(20))
    assert stays(text) == [str(n) for n in range(11, 20)]


def test_a_long_last_block_needs_no_other() -> None:
    assert stays("<p>First</p><p>" + "word " * 500 + "</p>") == []


def chapters(lines: range) -> dict[str, str]:
    return {f"c{n}": "".join(f"<p>Line {m}.</p>" for m in range(n)) for n in lines}


def test_the_last_page_of_a_chapter_holds_more_than_a_few_lines(tmp_path: Path) -> None:
    book, said = small_book(tmp_path, chapters(range(36, 50)))
    assert said.returncode == 0, said.stderr
    held = [text.count("Line ") for text in facts(book)["texts"]]
    assert sum(held) == sum(range(36, 50))
    assert min(count for count in held if count) >= 8


def test_the_last_page_of_the_contents_holds_more_than_a_few_lines(tmp_path: Path) -> None:
    book, said = small_book(tmp_path, {f"chapter-{n:02d}": "<p>Words.</p>" for n in range(50)})
    assert said.returncode == 0, said.stderr
    first, second = facts(book)["texts"][1:3]
    assert "chapter-00" in first
    assert second.count("chapter-") >= 8


def test_the_last_addresses_of_a_chapter_stay_together(tmp_path: Path) -> None:
    lines = "".join(f"<p>Line {n}.</p>" for n in range(12))
    links = "".join(f"<a href='https://docs.example.org/{n}'>a</a> " for n in range(90))
    for more in range(6):
        text = f"<p>{links}</p>{lines * more}"
        book, said = small_book(tmp_path / str(more), {"a": text})
        assert said.returncode == 0, said.stderr
        pages = [text for text in facts(book)["texts"] if "https://docs.example.org/" in text]
        assert all(page.count("https://docs.example.org/") >= 20 for page in pages)
        assert sum(page.count("https://docs.example.org/") for page in pages) == 90


def structure(book: Path) -> dict[str, Any]:
    told: dict[str, Any] = facts(book)["tags"]
    return told


def test_the_structure_holds_what_a_reader_is_told_and_no_empty_spans(tmp_path: Path) -> None:
    text = "<p>Some <b>bold</b> and <code>code</code>, <a href='https://a.example/'>more</a>.</p>"
    book, said = small_book(tmp_path, {"a": f"{text}<ul><li>One</li><li>Two</li></ul>"})
    assert said.returncode == 0, said.stderr
    told = structure(book)
    assert told["/L"] == 1
    assert told["/LI"] == 2
    assert told["/Link"] >= 1
    assert told.get("/Span", 0) + told.get("/NonStruct", 0) <= told["/P"]
    assert facts(book)["unmapped_keys"] == 0
