"""One row as the home page shows it: what was asked, what each framework did, and the proof."""

from __future__ import annotations

from macros.badges import framework_name, state_link
from macros.framework import Framework
from macros.model import Row
from macros.prose import count
from macros.raw import raw
from macros.text import escape
from macros.view import View


def specimen(view: View, row_id: str) -> str:
    """Return the question of a row and its answers as a figure; raises UnknownNameError."""
    row = view.data.row(row_id)
    answers = "\n".join(_answer(view, row, framework) for framework in view.frameworks)
    return raw(
        '<figure class="td-specimen">\n'
        f"<figcaption>One of {count(view.ledger, 'rows')} questions\n"
        f'<a href="{view.row_address(row)}">{escape(row.question)}</a></figcaption>\n'
        f"<dl>\n{answers}\n</dl>\n</figure>"
    )


def _answer(view: View, row: Row, framework: Framework) -> str:
    cell = row.cells[framework.id]
    seen = f"<code>{escape(cell.observed)}</code> " if cell.observed else ""
    return (
        f'<div class="fw-{framework.id}">\n'
        f"<dt>{framework_name(framework)} <small>{escape(framework.version)}</small></dt>\n"
        f"<dd>{escape(cell.answer)}</dd>\n"
        f"<dd>{seen}{state_link(view, row, framework)}</dd>\n</div>"
    )
