"""Headings link to themselves; framework names carry their glyph wherever one names a part."""

from __future__ import annotations

import re

from builder import headings
from builder.headings import anchored, finish
from tests.site_tools import built_site

HEADING = re.compile(r'<h([2-6])\b[^>]*\bid="[^"]+"(?![^>]*tabindex)[^>]*>.*?</h\1>', re.DOTALL)


IDS = {"Flask": "flask", "Django": "django", "Ruby on Rails": "rails", "Q&amp;A": "q_and_a"}


def named(html: str) -> str:
    return headings.named(html, IDS)


def test_a_heading_with_an_id_gets_one_link_to_itself() -> None:
    page = '<h2 id="out">Out</h2><article><h3 id="a">A</h3></article>'
    once = anchored(page)
    assert '<h3 id="a">A<a class="headerlink" href="#a"' in once
    assert once.count("headerlink") == 1
    assert anchored(once) == once


def test_a_heading_that_takes_the_focus_by_script_stays_as_it_is() -> None:
    page = '<article><h2 id="a" tabindex="-1">A</h2></article>'
    assert anchored(page) == page


def test_tabs_table_heads_and_headings_name_a_framework_with_its_glyph() -> None:
    assert named("<th>Flask 3.1.3</th>") == (
        '<th><span class="fw fw-flask">Flask</span> 3.1.3</th>'
    )
    assert named('<label for="__tabbed_1_2">Django</label>') == (
        '<label class="fw fw-django" for="__tabbed_1_2">Django</label>'
    )
    assert named('<h2 id="f">Flask<a class="headerlink" href="#f">#</a></h2>').startswith(
        '<h2 id="f"><span class="fw fw-flask">Flask</span><a'
    )


def test_a_name_may_have_several_words_and_marks() -> None:
    assert named("<th>Ruby on Rails 9</th>").startswith('<th><span class="fw fw-rails">Ruby on')
    assert named('<label for="__tabbed_1_1">Q&amp;A</label>').startswith('<label class="fw fw-q_')


def test_a_page_is_finished_with_the_compared_frameworks() -> None:
    assert finish("<th>FastAPI</th>") == '<th><span class="fw fw-fastapi">FastAPI</span></th>'
    assert finish("<th>Ruby on Rails</th>") == "<th>Ruby on Rails</th>"


def test_longer_words_and_sentences_are_left_alone() -> None:
    for text in ("<th>Flask-WTF</th>", "<td>Flask</td>", "<h2>Flask and Django</h2>"):
        assert named(text) == text
    label = '<label for="__tabbed_1_1">FlaskX</label>'
    assert named(label) == label


def test_every_heading_of_the_site_can_be_linked_to() -> None:
    for file in built_site().rglob("*.html"):
        article = file.read_text(encoding="utf-8").partition("<article")[2].partition("</article")
        bare = [part[0] for part in HEADING.finditer(article[0]) if "headerlink" not in part[0]]
        assert not bare, file
