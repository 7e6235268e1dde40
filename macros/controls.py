"""The controls of a comparison table: made on the server, so that no line moves when they wake.

docs/assets/js/tables.js brings them to life; without a script they stay out of sight. The name
of a field is its name in the address: a view can be shared, so names must not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from macros.framework import Framework
from macros.levels import State, Support
from macros.model import Group, Row
from macros.text import escape
from macros.view import View

Choices = Sequence[tuple[str, str]]  # value in the address, words in the list


def controls(view: View, rows: Sequence[Row], groups: Sequence[Group] = ()) -> str:
    """Return the form that filters, sorts and saves the table of ``rows``.

    ``groups`` are those to choose from; what leaves no choice is left out.
    """
    fields = [
        _select("group", "Group", "All groups", [(group.id, group.title) for group in groups]),
        _select("pair", "Compare", "All three", _pairs(view.frameworks)),
        _select("level", "Support", "Any level", _levels(view, rows)),
        _select("state", "Proof", "Any state", _states(view, rows)),
        _select("for", "For", "Any framework", [(f.id, f.name) for f in view.frameworks]),
        _select("sort", "Sort by", "Order of the page", _orders(view.frameworks)),
        _differ(view.frameworks),
    ]
    parts = [
        '<form class="td-tools" aria-label="Filter and sort the table">',
        '<label class="td-find">Search within <input type="search" name="find" maxlength="80">'
        "</label>",
        '<button type="button" aria-expanded="false" class="td-more" data-do="more">'
        "Filters</button>",
        *(field for field in fields if field),
        _foot(rows),
        "</form>",
    ]
    return "\n".join(parts)


def _foot(rows: Sequence[Row]) -> str:
    """Return the live count, the links to take the view along, and what was done, said aloud."""
    buttons = "\n".join(
        f'<button type="button" data-do="{what}">{word}</button>'
        for what, word in (("link", "Copy link"), ("csv", "CSV"), ("json", "JSON"))
    )
    return (
        f'<p class="td-count"><span role="status">{len(rows)} of {len(rows)} questions</span>\n'
        '<button type="reset">Show all</button>\n'
        f'{buttons}\n<span class="td-said" role="status"></span></p>'
    )


def _select(name: str, label: str, everything: str, choices: Choices) -> str:
    if len(choices) < 2:
        return ""
    options = "\n".join(
        f'<option value="{value}">{escape(words)}</option>'
        for value, words in (("", everything), *choices)
    )
    return f'<label>{label} <select name="{name}">\n{options}\n</select></label>'


def _pairs(frameworks: Sequence[Framework]) -> Choices:
    pairs = combinations(frameworks, 2) if len(frameworks) > 2 else ()
    return [(f"{one.id}-{two.id}", f"{one.name} and {two.name}") for one, two in pairs]


def _levels(view: View, rows: Iterable[Row]) -> Choices:
    found = {row.cells[f.id].support for row in rows for f in view.frameworks}
    return [(level, level.word) for level in Support if level in found]


def _states(view: View, rows: Iterable[Row]) -> Choices:
    found = {view.state(row, framework) for row in rows for framework in view.frameworks}
    return [(state, state.word) for state in State if state in found]


def _orders(frameworks: Sequence[Framework]) -> Choices:
    """Return the orders; the script adds each turned around, with a minus before its name."""
    return [("title", "Question"), *((f.id, f"{f.name} support") for f in frameworks)]


def _differ(frameworks: Sequence[Framework]) -> str:
    """Return the box for rows that differ; a table of two holds no others."""
    if len(frameworks) < 3:
        return ""
    return '<label class="td-check"><input type="checkbox" name="differ" value="1"> ' + (
        "Only where they differ</label>"
    )
