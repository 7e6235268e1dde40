"""The small parts that look the same wherever they stand: names, levels, states, answers."""

from __future__ import annotations

import re

from macros.cell import Cell
from macros.framework import Framework
from macros.levels import State, Support
from macros.model import Row
from macros.raw import raw
from macros.text import escape
from macros.view import View

_LONG = re.compile(r"\S{17,}")  # letters that a column of a table has no room for


def framework_name(framework: Framework) -> str:
    """Return a framework's name; its class gives it glyph and color."""
    return f'<span class="fw fw-{framework.id}">{escape(framework.name)}</span>'


def support_badge(support: Support) -> str:
    """Return symbol and word of a support level."""
    return f'<span class="support s-{support}">{support.symbol} {support.word}</span>'


def state_badge(state: State) -> str:
    """Return symbol and word of a state."""
    return f'<span class="state st-{state}">{state.symbol} {state.word}</span>'


def state_link(view: View, row: Row, framework: Framework) -> str:
    """Return symbol and word of a cell's state, linked to its proof."""
    state = view.state(row, framework)
    name = escape(f"{state.word}: {row.title}, {framework.name}")
    return (
        f'<a class="state st-{state}" href="{view.proof_address(row, framework)}" '
        f'aria-label="{name}">{state.symbol} {state.word}</a>'
    )


def answer(cell: Cell) -> str:
    """Return the short answer, with the package that gives it where it does not say so."""
    text, package = breakable(cell.answer), unnamed_package(cell)
    return f"{text} <small>({escape(package)})</small>" if package else text


def unnamed_package(cell: Cell) -> str:
    """Return the package that gives the answer where the answer does not say so, else ""."""
    package = cell.package or ""
    return "" if package.lower() in cell.answer.lower() else package


def breakable(text: str) -> str:
    """Return ``text`` escaped, with places where a long NAME_OF_A_SETTING may wrap."""
    return _LONG.sub(lambda word: word[0].replace("_", "_<wbr>"), escape(text))


def legend() -> str:
    """Return what the symbols and words of support levels and states mean."""
    levels = "\n".join(_entry(support_badge(level), level.meaning) for level in Support)
    states = "\n".join(_entry(state_badge(state), state.meaning) for state in State)
    return raw(f'<dl class="td-key">\n{levels}\n</dl>\n<dl class="td-key">\n{states}\n</dl>')


def _entry(badge: str, meaning: str) -> str:
    return f"<div>\n<dt>{badge}</dt>\n<dd>{escape(meaning)}</dd>\n</div>"
