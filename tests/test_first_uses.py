"""The first use of each term on a page of the lesson leads to the glossary, by itself."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown

from macros import define_env, glossary
from macros.first_uses import BY_HAND, PAGES, FirstUses, linked

LINKS_ALONE = "questions/index.md"  # a list of links has no prose
DOCS = Path(__file__).resolve().parents[1] / "docs"
TERMS = glossary.terms(
    """**Cookie** { #cookie }
:   A small "text". More.

**JSON** { #json }
:   Text with data.

**JSON Schema** { #json_schema }
:   The shape of it.

**Model** { #model }
:   A class.

**Process** { #process }
:   A running program.
"""
)


def links(text: str) -> list[tuple[str, str]]:
    """Return the anchor and the words of each link that is set."""
    found = re.findall(r'class="term" href="../glossary/#(\w+)"[^>]*>([^<]*)</a>', text)
    return [(anchor, words) for anchor, words in found]


def set_in(text: str) -> list[tuple[str, str]]:
    return links(linked(text, TERMS, "../"))


def test_the_first_use_is_linked_and_the_second_is_not() -> None:
    assert linked("A cookie. A cookie.", TERMS, "../") == (
        'A <a class="term" href="../glossary/#cookie" title="A small &quot;text&quot;.">'
        "cookie</a>. A cookie."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cookies are kept.", "Cookies"),
        ("**Two processes.**", "processes"),
        ("- In a box:\n\n    a process.", "process"),
        ("JSON Schema is a format.", "JSON Schema"),
    ],
)
def test_plurals_beginnings_of_sentences_and_the_longest_name_count(text: str, words: str) -> None:
    assert [shown for _, shown in set_in(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "# A cookie",
        "| a cookie | b |",
        "`cookie`",
        "[a cookie](cookie.md)",
        '<a href="x">cookie</a>',
        '<span title="cookie">cookie</span>',
        'He said "a cookie".',
        '??? question "Cookie?"',
        "cookie-jar, set_cookie, cookie.js, #cookie",
        "a model",
        "json",
    ],
)
def test_headings_tables_code_links_quotations_and_other_words_are_left_alone(text: str) -> None:
    assert linked(text, TERMS, "../") == text


def test_what_a_page_links_itself_is_the_first_use() -> None:
    by_hand = glossary.link(TERMS["cookie"], "cookies", "../")
    assert set_in(f"A cookie, then {by_hand} and JSON.") == [
        ("cookie", "cookies"),
        ("json", "JSON"),
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [("learn/flask.md", True), ("myths.md", True), ("learn/quiz.md", False), ("using.md", False)],
)
def test_only_the_lesson_is_linked(source: str, found: bool) -> None:
    pages = Markdown(extensions=["pymdownx.superfences", FirstUses(lambda: (source, "../"))])
    html = pages.convert("A cookie.\n\n```\nJSON\n```\n")
    assert bool(links(html)) is found
    assert "json" not in dict(links(html)), "code is left alone"


def test_every_page_of_the_lesson_links_the_terms_that_it_uses() -> None:
    known = glossary.read()
    for page in (each for each in DOCS.rglob("*.md") if PAGES.fullmatch(_name(each))):
        once = linked(page.read_text(encoding="utf-8"), known, "../")
        assert linked(once, known, "../") == once, f"{page}: a term is linked twice"
        assert links(once) or _name(page) == LINKS_ALONE, f"{page}: no term is linked"


def test_words_that_are_linked_by_hand_are_defined() -> None:
    assert glossary.read().keys() >= BY_HAND


def _name(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


@pytest.mark.parametrize(("page", "loaded"), [(None, 1), ("learn/flask.md", 0)])
def test_an_engine_that_comes_for_each_page_does_without(page: str | None, loaded: int) -> None:
    conf: dict[str, Any] = {"markdown_extensions": [], "extra": {"repository": "https://r.example"}}
    at = SimpleNamespace(path=page, meta={}) if page else None
    define_env(SimpleNamespace(conf=conf, variables={}, page=at, macro=lambda *_: None))
    kinds = [type(each) for each in conf["markdown_extensions"]]
    assert kinds.count(FirstUses) == loaded
