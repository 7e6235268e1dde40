"""Where each point of the chooser comes from: as tables for readers, as data for its script."""

from __future__ import annotations

import json

from macros.badges import answer, framework_name, unnamed_package
from macros.cell import Cell
from macros.chooser import checked, points_of
from macros.framework import Framework
from macros.levels import State, Support
from macros.model import Row
from macros.needs.terms import Option, Question, Rule
from macros.raw import raw
from macros.text import escape, in_markdown
from macros.view import View

NEVER_IN_SEARCH = 'data-search-exclude="true"'


def rules(view: View) -> str:
    """Return the rows that answer for each need with their points, a section a question."""
    style = f'<div><link rel="stylesheet" href="{view.root}assets/css/chooser.css"></div>'
    sections = (
        f"## {in_markdown(question.ask)} {{ #{question.id} }}\n" + raw(_table(view, question))
        for question in checked(view.data).questions
    )
    return "\n".join([raw(style), *sections])


def facts(view: View) -> str:
    """Return what the chooser's script explains points with: a block of JSON, which never runs.

    Titles and addresses of rows are not in it: the script takes them from the table of needs.
    """
    questions = checked(view.data).questions
    options = [(f"{q.id}.{option.id}", option) for q in questions for option in q.options]
    rows = {rule.row for _, option in options for rule in option.rules}
    known = {
        "levels": {level: f"{level.symbol} {level.word}" for level in Support},
        "states": {state: (state.symbol, state.word) for state in State},
        "rows": {name: _cells(view, view.data.row(name)) for name in sorted(rows)},
        "rules": {need: _points(view, option) for need, option in options if option.rules},
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="chooser-facts">{text}</script>'


def _cells(view: View, row: Row) -> list[tuple[str, str, str]]:
    cells = [(framework, row.cells[framework.id]) for framework in view.frameworks]
    return [(_answer(cell), cell.support, view.state(row, each)) for each, cell in cells]


def _answer(cell: Cell) -> str:
    package = unnamed_package(cell)
    return f"{cell.answer} ({package})" if package else cell.answer


def _points(view: View, option: Option) -> list[tuple[str, list[int], str]]:
    return [
        (rule.row, [*points_of(rule, view.data.row(rule.row)).values()], rule.reason)
        for rule in option.rules
    ]


def _table(view: View, question: Question) -> str:
    heads = "\n".join(f'<th scope="col">{framework_name(f)}</th>' for f in view.frameworks)
    bodies = (_need(view, option) for option in question.options if option.rules)
    parts = [
        f'<div class="td-table td-rules" {NEVER_IN_SEARCH}>\n<table class="td-grid">',
        f'<thead>\n<tr>\n<th scope="col">Row</th>\n{heads}\n</tr>\n</thead>',
        *bodies,
        "</table>\n</div>",
    ]
    return "\n".join(parts)


def _need(view: View, option: Option) -> str:
    head = f'<th scope="rowgroup" colspan="{len(view.frameworks) + 1}">{escape(option.label)}</th>'
    lines = "\n".join(_rule(view, rule) for rule in option.rules)
    return f'<tbody>\n<tr class="td-group">\n{head}\n</tr>\n{lines}\n</tbody>'


def _rule(view: View, rule: Rule) -> str:
    row = view.data.row(rule.row)
    points = points_of(rule, row)
    reason = f" <small>{escape(rule.reason)}</small>" if rule.reason else ""
    link = f'<a href="{view.row_address(row)}">{escape(row.title)}</a>'
    cells = "\n".join(_cell(row, f, points[f.id]) for f in view.frameworks)
    return f'<tr data-row="{row.id}">\n<th scope="row">{link}{reason}</th>\n{cells}\n</tr>'


def _cell(row: Row, framework: Framework, points: int) -> str:
    """Return one cell in as few elements as there can be: the page has hundreds of them."""
    cell = row.cells[framework.id]
    words = "1 point" if points == 1 else f"{points} points"
    level = f"{cell.support.symbol} {cell.support.word}"
    start = f'<td data-label="{escape(framework.name)}" data-points="{points}">'
    return f"{start}{words}\n{answer(cell)}\n{level}</td>"
