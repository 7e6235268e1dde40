"""Facts inside prose: answers, citations, versions, counts and the score."""

from __future__ import annotations

from macros.badges import answer, support_badge
from macros.ledger import Ledger
from macros.levels import State, Support
from macros.raw import raw
from macros.text import escape, long_day
from macros.view import View


def cite(view: View, row_id: str, framework_id: str | None = None) -> str:
    """Return a link that shows the state of a cell, or the weakest state of a whole row.

    Raises UnknownNameError for an id that the data does not have.
    """
    row = view.data.row(row_id)
    if framework_id is None:
        weakest = max((view.state(row, f) for f in view.frameworks), key=_WEAKER_LAST.index)
        return _chip(weakest, row.title, view.row_address(row))
    framework = view.data.framework(framework_id)
    seen = view.ledger.observation(row.id, framework.id)
    title = f"{row.title}, {framework.name} {framework.version}"
    title += f": {seen.observed}" if seen else ""
    return _chip(view.state(row, framework), title, view.proof_address(row, framework))


_WEAKER_LAST = (
    State.PROVED,
    State.MEASURED,
    State.QUOTED,
    State.JUDGED,
    State.UNKNOWN,
    State.STALE,
    State.DISAGREES,
)


def _chip(state: State, title: str, address: str) -> str:
    words = f"{state.symbol}<span> {state}</span>"  # a paragraph with many shows the symbols
    return mark(state, words, title, address)


def mark(state: State, words: str, title: str, address: str) -> str:
    """Return the mark behind a sentence, which leads to what proves it; ``words`` are HTML."""
    return f'{_MARK}st-{state}" href="{address}" title="{escape(title)}">{words}</a>'


def with_marks_bound(markdown: str) -> str:
    """Return a page on which no line can break between a word and the mark that proves it.

    A mark at the start of a line reads as the bullet of a list. Tables keep their narrow columns.
    """
    return "\n".join(
        line if line.startswith("|") else line.replace(f" {_MARK}", f"&nbsp;{_MARK}")
        for line in markdown.split("\n")
    )


_MARK = '<a class="cite '


def inline_answer(view: View, row_id: str, framework_id: str) -> str:
    """Return one cell as part of a sentence: level (a fact has none), answer and state."""
    cell = view.data.cell(row_id, framework_id)
    chip = cite(view, row_id, framework_id)
    level = "" if cell.support is Support.FACT else f"{support_badge(cell.support)} "
    return f'{level}<span class="answer">{answer(cell)}</span> {chip}'


def count(ledger: Ledger, what: str) -> int:
    """Return how many ``rows``, ``groups``, ``cells``, ``frameworks`` or cells of a state.

    Raises LookupError for another word.
    """
    data = ledger.comparison
    sizes = {
        "rows": len(data.rows),
        "groups": len(data.groups),
        "frameworks": len(data.frameworks),
        "cells": len(data.rows) * len(data.frameworks),
        **{state.value: number for state, number in ledger.counts().items()},
    }
    if what not in sizes:
        raise LookupError(f'nothing to count is called "{what}"; there are {", ".join(sizes)}')
    return sizes[what]


def score(view: View) -> str:
    """Return the agreement score: cells by state, and the day of the last run."""
    shown = [
        f'<li class="st-{state}"><b>{number}</b> {state.symbol} {state}</li>'
        for state, number in view.ledger.counts().items()
        if number or state is State.DISAGREES
    ]
    lines = [
        '<div class="td-score" role="group" aria-label="How far the answers can be trusted">',
        *["<ul>", *shown, "</ul>"],
        f'<p class="when"><a href="{view.root}evidence/">{_last_run(view.ledger)}</a></p>',
        "</div>",
    ]
    return raw("\n".join(lines))


def _last_run(ledger: Ledger) -> str:
    if ledger.run is None:
        return "The probes have not been run yet"
    day = ledger.run.day
    return f'Last full run <time datetime="{day}">{long_day(day)}</time>'
