"""A plain table has columns of known widths before its rows arrive."""

from __future__ import annotations

import pytest

from builder.columns import PHONE, fortieths, settled, widths

FLASK = '<span class="fw fw-flask">Flask</span>'


def table(*rows: tuple[str, ...]) -> str:
    """Return a plain table of these rows."""
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        + "</table>"
    )


def test_longer_cells_get_more_room_and_the_fortieths_make_a_whole() -> None:
    narrow, wide = fortieths([("Key", "s"), ("What it does", "Opens the search " * 4)])
    assert narrow < wide
    assert narrow + wide == 40


def test_a_column_has_room_for_its_longest_word() -> None:
    narrow, _ = fortieths([("a" * 40, "b"), ("x", "many words " * 30)])
    assert narrow >= 20


def test_on_a_phone_the_columns_fill_a_line_and_longer_words_scroll() -> None:
    short = widths([("Key", "s"), ("Does", "Opens the search")], PHONE)
    assert sum(short) == pytest.approx(PHONE.room)
    assert sum(widths([("a" * 30,), ("b" * 30,)], PHONE)) > PHONE.room


def test_a_head_is_bold_so_it_takes_more() -> None:
    body, head = widths([("Flask" * 9,), ("<th>" + "Flask" * 9,)], PHONE)
    assert body < head


def test_what_does_not_fit_into_a_wide_line_has_widths_for_phones_alone() -> None:
    assert settled(table(("a" * 50, "b" * 50))).startswith(
        '<table><colgroup><col class="td-half-50"><col class="td-half-50"></colgroup>'
    )


def test_frameworks_side_by_side_get_the_same_room_on_a_wide_screen() -> None:
    named = f"<table><thead><tr><th>Part</th><th>{FLASK}</th></tr></thead></table>"
    assert settled(named).count('<col class="td-col-even td-half-') == 2


def test_a_table_of_one_column_stays_as_it_is() -> None:
    assert settled(table(("a",), ("b",))) == table(("a",), ("b",))


def test_each_column_gets_its_classes() -> None:
    assert settled(table(("a", "b"))).startswith(
        '<table><colgroup><col class="td-col-20 td-half-23">'
        '<col class="td-col-20 td-half-23"></colgroup><tr>'
    )
