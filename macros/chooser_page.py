"""The chooser as HTML: the questions, the result, and the table of needs.

The browser computes from the facts of ``chooser_rules`` and links the rows as the table does.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.badges import framework_name
from macros.chooser import (
    MOST,
    ROWS_PER_NEED,
    USUAL_WEIGHT,
    WEIGHTS,
    Answer,
    Chooser,
    checked,
    leaders,
)
from macros.chooser_rules import NEVER_IN_SEARCH, facts
from macros.framework import Framework
from macros.levels import Support
from macros.model import Row
from macros.needs.terms import Hint, Option, Question
from macros.raw import raw
from macros.text import escape
from macros.view import View

_WEIGHT_WORDS = {"off": "Does not matter", "matters": "Matters", "decides": "Decides"}


def form(view: View) -> str:
    """Return questions and result, which a script brings to life, with script and style."""
    questions = checked(view.data).questions
    sets = "\n".join(_question(view, number, each) for number, each in enumerate(questions, 1))
    parts = [
        f'<div>\n<link rel="stylesheet" href="{view.root}assets/css/chooser.css">',
        f'<td-chooser class="td-chooser" {NEVER_IN_SEARCH}>',
        '<div class="td-desk">\n<a class="td-now" href="#fit">See what fits</a>',
        f'<form autocomplete="off" class="td-ask" aria-label="Your needs">\n{sets}\n</form>',
        f"{_result(view)}\n</div>",
        _explanation(view),
        "</td-chooser>",
        facts(view),
        f'<script src="{view.root}assets/js/chooser.js" defer></script>\n</div>',
    ]
    return raw("\n".join(parts))


def needs_table(view: View) -> str:
    """Return the table that decides without a script: each need, and what speaks for whom."""
    caption = f"Points for each need, of {MOST * ROWS_PER_NEED}"
    chooser = checked(view.data)
    bodies = [_needs_body(view, chooser, question) for question in chooser.questions]
    heads = "\n".join(f'<th scope="col">{framework_name(f)}</th>' for f in view.frameworks)
    parts = [
        f'<table class="td-needs" {NEVER_IN_SEARCH}>\n<caption>{caption}</caption>',
        f'<thead>\n<tr>\n<th scope="col">Need</th>\n{heads}\n</tr>\n</thead>',
        *bodies,
        "</table>",
    ]
    return raw("\n".join(parts))


def _question(view: View, number: int, question: Question) -> str:
    options = "\n".join(_radio(question.id, o.id, o.label) for o in question.options)
    weights = "\n".join(
        _radio(
            f"{question.id}-weight",
            weight,
            _WEIGHT_WORDS[weight],
            f' data-times="{times}"' + (" checked" if weight == USUAL_WEIGHT else ""),
        )
        for weight, times in WEIGHTS.items()
    )
    return (
        f'<fieldset data-question="{question.id}">\n'
        f"<legend><span>{number}.</span> <b>{escape(question.ask)}</b></legend>\n{options}\n"
        f'<fieldset class="td-weight">\n<legend>Weight of question {number}</legend>\n'
        f"{weights}\n</fieldset>\n{_hint(view, question.hint)}</fieldset>"
    )


def _hint(view: View, hint: Hint | None) -> str:
    if hint is None:
        return ""
    link = f'<a href="{view.root}{hint.page}">{escape(hint.name)}</a>'
    return f'<p class="td-hint">{escape(hint.words)} {link}</p>\n'


def _radio(name: str, value: str, label: str, more: str = "") -> str:
    box = f'<input type="radio" name="{name}" value="{value}"{more}>'
    return f"<label>{box} <span>{escape(label)}</span></label>"


def _result(view: View) -> str:
    places = "\n".join(
        f'<li class="fw-{f.id}" data-framework="{f.id}">{framework_name(f)} '
        '<span class="td-points">0</span>\n'
        '<svg class="td-bar" width="100%" height="6" aria-hidden="true">'
        '<rect width="100%" height="6"/><rect class="td-full" width="0" height="6"/></svg></li>'
        for f in view.frameworks
    )
    return (
        '<section class="td-fit" id="fit" aria-labelledby="fit-title">\n'
        '<h2 id="fit-title" tabindex="-1">What fits</h2>\n'
        '<p class="td-verdict" role="status">Answer a question, and the three are ranked '
        f'here.</p>\n<ol class="td-places">\n{places}\n</ol>\n'
        '<div class="td-flips" hidden>\n<h3>What would flip this</h3>\n<ul></ul>\n<p></p>\n</div>\n'
        '<p class="td-keep"><a href="#fit" class="td-share">Link to these answers</a> '
        '<button type="button">Start again</button></p>\n</section>'
    )


def _explanation(view: View) -> str:
    heads = "\n".join(f'<th scope="col">{framework_name(f)}</th>' for f in view.frameworks)
    totals = "\n".join(f'<td data-label="{escape(f.name)}"></td>' for f in view.frameworks)
    return (
        '<details class="td-why" hidden>\n'
        "<summary>Where each point comes from</summary>\n"
        '<div class="td-table">\n<table class="td-grid">\n'
        "<caption>The rows behind your answers</caption>\n"
        f'<thead>\n<tr>\n<th scope="col">Row</th>\n{heads}\n</tr>\n</thead>\n'
        f'<tfoot>\n<tr>\n<th scope="row">Together</th>\n{totals}\n</tr>\n</tfoot>\n'
        "</table>\n</div>\n</details>"
    )


def _needs_body(view: View, chooser: Chooser, question: Question) -> str:
    head = f'<th scope="rowgroup" colspan="{len(view.frameworks) + 1}">{escape(question.ask)}</th>'
    lines = [_need(view, chooser, question, option) for option in question.options if option.rules]
    return "\n".join(["<tbody>", f'<tr class="td-group">\n{head}\n</tr>', *lines, "</tbody>"])


def _need(view: View, chooser: Chooser, question: Question, option: Option) -> str:
    scores = chooser.score({question.id: Answer(option.id)})
    first = leaders(scores)
    rows = [view.data.row(rule.row) for rule in option.rules]
    links = ", ".join(f'<a href="{view.row_address(row)}">{escape(row.title)}</a>' for row in rows)
    cells = "\n".join(
        f"<td{' class=td-most' if f.id in first else ''}><b>{scores[f.id]}</b> "
        f"{_symbols(rows, f)}</td>"
        for f in view.frameworks
    )
    head = f'<th scope="row">{escape(option.label)} <small>{links}</small></th>'
    return f'<tr data-need="{question.id}.{option.id}">\n{head}\n{cells}\n</tr>'


def _symbols(rows: Sequence[Row], framework: Framework) -> str:
    levels = [Support(row.cells[framework.id].support) for row in rows]
    words = escape(", ".join(level.word for level in levels))
    symbols = " ".join(level.symbol for level in levels)
    return f'<span role="img" aria-label="{words}">{symbols}</span>'
