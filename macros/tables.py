"""Model to table: accessible HTML that needs no script.

Each cell and row of a table stands on a line of its own, because the search index joins
text that has no white space between it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from macros.badges import answer, framework_name, state_link, support_badge
from macros.controls import controls
from macros.framework import Framework
from macros.model import Group, Row
from macros.raw import raw
from macros.text import escape
from macros.view import View, cell_id


def matrix(view: View) -> str:
    """Return all rows under the headings of their groups."""
    rows, groups = view.data.rows, view.data.groups
    bodies = [_group_body(view, group, view.data.rows_of(group.id)) for group in groups]
    return _table(view, f"All {len(rows)} questions", bodies, controls(view, rows, groups))


def group_table(view: View, group_id: str) -> str:
    """Return the table of one group; its rows link to their sections on the same page."""
    group, rows = view.data.group(group_id), view.data.rows_of(group_id)
    body = _body(replace(view, sections=True), rows)
    return _table(view, f"{group.title}: {counted(rows)}", [body], controls(view, rows))


def pair_table(view: View, first: str, second: str) -> str:
    """Return the rows that two frameworks answer differently, under their groups."""
    pair = view.only(first, second)
    rows = [row for row in view.data.rows if differ(row, first, second)]
    groups = [(group, [row for row in rows if row.group == group.id]) for group in view.data.groups]
    bodies = [_group_body(pair, group, chosen) for group, chosen in groups if chosen]
    names = " and ".join(framework.name for framework in pair.frameworks)
    form = controls(pair, rows, [group for group, chosen in groups if chosen])
    return _table(pair, f"{names}: {counted(rows)} answered differently", bodies, form)


def rows_table(view: View, row_ids: Iterable[str], caption: str) -> str:
    """Return a table of chosen rows: a glance, or a single row."""
    rows = [view.data.row(row_id) for row_id in row_ids]
    return _table(view, caption, [_body(replace(view, anchors=False), rows)])


def differ(row: Row, first: str, second: str) -> bool:
    """Tell whether two frameworks answer a row differently."""
    one, two = row.cells[first], row.cells[second]
    return (one.support, one.observed, one.answer) != (two.support, two.observed, two.answer)


def group_list(view: View) -> str:
    """Return the groups as links, each with its summary and how many rows it has."""
    items = "\n".join(
        f'<li><a href="{view.group_address(group.id)}">{escape(group.title)}</a> '
        f"<span>{escape(group.summary)} {counted(view.data.rows_of(group.id))}.</span></li>"
        for group in view.data.groups
    )
    return raw(f'<ul class="td-groups">\n{items}\n</ul>')


def counted(rows: Sequence[Row]) -> str:
    """Return ``1 question`` or ``n questions``."""
    return "1 question" if len(rows) == 1 else f"{len(rows)} questions"


def _table(view: View, caption: str, bodies: Iterable[str], form: str = "") -> str:
    """Return a table that the search leaves out, because the sections of its rows say more."""
    versions = ", ".join(f"{f.name} {f.version}" for f in view.frameworks)
    heads = "\n".join(_column_head(framework) for framework in view.frameworks)
    parts = [
        '<div data-search-exclude="">\n<td-compare>',  # Markdown knows a div for a block
        *([form] if form else []),
        f'<div class="td-table" role="region" tabindex="0" aria-label="{escape(caption)}">',
        f'<table class="td-grid">\n<caption>{escape(caption)}, {escape(versions)}</caption>',
        f'<thead>\n<tr>\n<th scope="col">Question</th>\n{heads}\n</tr>\n</thead>',
        *bodies,
        "</table>\n</div>\n</td-compare>\n</div>",
    ]
    return raw("\n".join(parts))


def _column_head(framework: Framework) -> str:
    version = f"<small>{escape(framework.version)}</small>"
    return f'<th scope="col">{framework_name(framework)} {version}</th>'


def _group_body(view: View, group: Group, rows: Iterable[Row]) -> str:
    link = f'<a href="{view.group_address(group.id)}">{escape(group.title)}</a>'
    head = f'<th scope="rowgroup" colspan="{len(view.frameworks) + 1}">{link}</th>'
    return _body(view, rows, f'<tr class="td-group">\n{head}\n</tr>')


def _body(view: View, rows: Iterable[Row], *head: str) -> str:
    return "\n".join(["<tbody>", *head, *(_row(view, row) for row in rows), "</tbody>"])


def _row(view: View, row: Row) -> str:
    """Return one row; where its section stands on the same page, the section has the id."""
    own_id = f' id="{row.id}"' if view.anchors and not view.sections else ""
    also = _for_the_script(view, row) if view.anchors else ""
    head = f'<th scope="row"><a href="{view.row_address(row)}">{escape(row.title)}</a></th>'
    cells = "\n".join(_cell(view, row, framework) for framework in view.frameworks)
    return f"<tr{own_id}{also}>\n{head}\n{cells}\n</tr>"


def _for_the_script(view: View, row: Row) -> str:
    """Return the other words of a row, and which of three answer it alike."""
    also = f' data-also="{escape(", ".join(row.aliases))}"' if row.aliases else ""
    names = [framework.id for framework in view.frameworks]
    pairs = combinations(names, 2) if len(names) > 2 else ()
    same = [f"{one}-{two}" for one, two in pairs if not differ(row, one, two)]
    return also + (f' data-same="{" ".join(same)}"' if same else "")


def _cell(view: View, row: Row, framework: Framework) -> str:
    cell = row.cells[framework.id]
    own_id = f' id="{cell_id(row, framework)}"' if view.anchors else ""
    label = f'data-label="{escape(framework.name)}" data-support="{cell.support}"'
    return (
        f'<td{own_id} {label} data-state="{view.state(row, framework)}">\n'
        f"{answer(cell)}\n"
        f"{support_badge(cell.support)}\n"
        f"{state_link(view, row, framework)}\n</td>"
    )
