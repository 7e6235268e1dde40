"""Pages and style sheets lose what nobody sees, and nothing else."""

from __future__ import annotations

import re

from builder.slim import code, slim
from builder.styles import MOST_TABS, named, trimmed, used_names, without_unread_properties
from tests.site_tools import built_site

PYTHON = (
    '<pre><span></span><code><span class="n">app</span> <span class="o">=</span> '
    '<span class="s2">&quot;</span><span class="s2">x</span><span class="s2">&quot;</span>'
    '  <span class="c1"># (1)!</span>\n</code></pre>'
)


def test_code_keeps_its_text_and_the_colors_that_differ() -> None:
    assert code(PYTHON).startswith('<pre><code>app = <span class="s2">&quot;x&quot;</span>')


def test_a_marker_in_code_becomes_the_number_of_its_note() -> None:
    assert '  <i class="td-mark" data-mark="1"></i>\n' in code(PYTHON)
    assert "(1)!" not in code(PYTHON)


def test_a_name_outside_of_code_stays() -> None:
    assert slim('<span class="n">7</span>') == '<span class="n">7</span>'


def test_a_table_without_a_class_scrolls_by_itself() -> None:
    assert slim("<table><tr></table>").startswith('<div class="md-typeset__scrollwrap">')
    assert slim('<table class="td-grid"></table>') == '<table class="td-grid"></table>'


def test_a_rule_stays_where_a_page_or_a_script_has_its_class() -> None:
    names = used_names(['<p class="a">'], ["box.classList.add('b')"])
    css = "p{x:y}.a,.gone{x:y}.b:not(.c){x:y}.gone{x:y}@media print{.gone{x:y}.a{x:y}}"
    assert trimmed(css, names) == "p{x:y}.a{x:y}.b:not(.c){x:y}@media print{.a{x:y}}"


def test_one_known_class_of_an_alternative_is_enough() -> None:
    assert trimmed(":is(.a,.gone) .a{x:y}", {"a"}) == ":is(.a,.gone) .a{x:y}"


def test_text_and_pictures_in_a_style_sheet_stay_to_the_letter() -> None:
    css = (
        '.a::after {content: " { ; } ";}\n/* words */ @charset "x";.a { mask: url("data:a;b {c}") }'
    )
    assert trimmed(css, {"a"}) == (
        '.a::after{content: " { ; } "}@charset "x";.a{mask: url("data:a;b {c}")}'
    )


def test_what_no_reader_sees_is_left_out() -> None:
    mark = '<a href="." class="md-nav__button md-logo">\n<svg><path d="m1 1"/></svg></a>'
    assert slim(f"{mark} Test Drive") == " Test Drive"
    assert slim('<div data-md-component="announce">\n\n</div>') == ""
    assert slim('<div data-md-component="announce">News</div>') != ""


def test_a_property_stays_only_where_something_shown_reads_it() -> None:
    css = ':root{--a:1;--b:var(--c);--c:"x;}";--d:var(--e);--e:2;--f:3}p{x:var(--b)}'
    assert without_unread_properties(css, '<svg fill="var(--f)">') == (
        ':root{--b:var(--c);--c:"x;}";--f:3}p{x:var(--b)}'
    )


def test_rules_for_more_tabs_than_any_page_has_are_left_out() -> None:
    rule = ".tabbed-set>input:nth-child({}){{x:y}}"
    css = rule.format(MOST_TABS) + rule.format(MOST_TABS + 1) + rule.format(20)
    assert trimmed(css, {"tabbed-set"}) == rule.format(MOST_TABS)
    for file in built_site().rglob("*.html"):
        sets = re.findall(r'class="tabbed-labels">.*?</div>', file.read_text("utf-8"), re.DOTALL)
        assert max([each.count("<label") for each in sets], default=0) <= MOST_TABS, file


def test_a_selector_ends_in_a_name_where_that_changes_nothing() -> None:
    assert named("a > :is(h1, h2)::before") == ["a > h1::before", "a > h2::before"]
    assert named("a :is(.b, .c)") == ["a .b", "a .c"]
    assert named("a :is(b, .c)") == ["a :is(b, .c)"], "the class lends its weight to the element"
    assert named("a :is(b, c > d)") == ["a :is(b, c > d)"]
    assert named("a :is(b, c) d") == ["a :is(b, c) d"]
    assert named(".tabbed-labels>:first-child") == [".tabbed-labels>label:first-child"]
