"""The ways to the proofs: the groups, and what was seen for each cell of one group."""

from __future__ import annotations

from macros.badges import answer, framework_name, state_link
from macros.framework import Framework
from macros.levels import State
from macros.model import Group, Row
from macros.raw import raw
from macros.tables import counted
from macros.text import escape
from macros.view import View, cell_id


def group_list(view: View) -> str:
    """Return the groups as links, each with how many of its cells are in which state."""
    items = "\n".join(_group(view, group) for group in view.data.groups)
    return raw(f'<ul class="td-groups">\n{items}\n</ul>')


def _group(view: View, group: Group) -> str:
    states = [
        view.state(row, framework)
        for row in view.data.rows_of(group.id)
        for framework in view.frameworks
    ]
    counts = ", ".join(f"{states.count(state)} {state}" for state in State if states.count(state))
    link = f'<a href="{view.proofs_address(group.id)}">{escape(group.title)}</a>'
    return f"<li>{link} <span>{counts}.</span></li>"


def cell_table(view: View, group_id: str) -> str:
    """Return what was seen for each cell of a group, linked to its proof.

    Each row and cell has its id here. The proofs once stood on this page, so an address
    with the id of a cell leads on to the proof (docs/assets/js/reader.js).
    """
    rows = view.data.rows_of(group_id)
    caption = escape(f"{view.data.group(group_id).title}: what was seen, {counted(rows)}")
    heads = "\n".join(_head(view, group_id, framework) for framework in view.frameworks)
    parts = [
        f'<div class="td-table td-seen" role="region" tabindex="0" aria-label="{caption}">',
        f'<table class="td-grid">\n<caption>{caption}</caption>',
        f'<thead>\n<tr>\n<th scope="col">Question</th>\n{heads}\n</tr>\n</thead>\n<tbody>',
        *(_row(view, row) for row in rows),
        "</tbody>\n</table>\n</div>",
    ]
    return raw("\n".join(parts))


def _head(view: View, group_id: str, framework: Framework) -> str:
    page = f"{view.proofs_address(group_id)}{framework.id}/"
    return f'<th scope="col"><a href="{page}">{framework_name(framework)}</a></th>'


def _row(view: View, row: Row) -> str:
    link = f'<a href="{view.row_address(row)}">{escape(row.title)}</a>'
    cells = "\n".join(_cell(view, row, framework) for framework in view.frameworks)
    return f'<tr id="{row.id}">\n<th scope="row">{link}</th>\n{cells}\n</tr>'


def _cell(view: View, row: Row, framework: Framework) -> str:
    cell = row.cells[framework.id]
    record = view.ledger.observation(row.id, framework.id)
    seen = record.observed if record else cell.observed
    shown = answer(cell) if cell.observed is None else f"<code>{escape(seen)}</code>"
    return (
        f'<td id="{cell_id(row, framework)}" data-label="{escape(framework.name)}">\n'
        f"{shown}\n{state_link(view, row, framework)}\n</td>"
    )
