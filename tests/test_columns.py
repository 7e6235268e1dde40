"""A plain table has columns of known widths before its rows arrive."""

from __future__ import annotations

from builder.columns import fortieths, settled


def table(*rows: tuple[str, ...]) -> str:
    """Return a plain table of these rows."""
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        + "</table>"
    )


def test_longer_cells_get_more_room_and_the_fortieths_make_a_whole() -> None:
    narrow, wide = fortieths([("Key", "What it does"), ("s", "Opens the search " * 4)])
    assert narrow < wide
    assert narrow + wide == 40


def test_a_column_has_room_for_its_longest_word() -> None:
    narrow, _ = fortieths([("a" * 40, "x"), ("b", "many words " * 30)])
    assert narrow >= 20


def test_what_does_not_fit_into_a_line_stays_as_it_is() -> None:
    wide = table(("a" * 50, "b" * 50))
    assert settled(wide) == wide


def test_frameworks_side_by_side_keep_the_widths_of_the_style_sheet() -> None:
    named = '<table><thead><tr><th><span class="fw fw-flask">Flask</span></th></tr></thead></table>'
    assert settled(named) == named


def test_each_column_gets_its_class() -> None:
    assert settled(table(("a", "b"))).startswith(
        '<table><colgroup><col class="td-col-20"><col class="td-col-20"></colgroup><tr>'
    )
