"""A row in full: its question, what each framework answers, and the consequences."""

from __future__ import annotations

from macros.badges import answer, state_link, support_badge
from macros.framework import Framework
from macros.model import Row
from macros.raw import raw
from macros.text import escape, in_markdown, inline
from macros.view import View


def group_sections(view: View, group_id: str) -> str:
    """Return a section for each row of a group, as Markdown with a heading each."""
    return "\n".join(row_section(view, row) for row in view.data.rows_of(group_id))


def row_section(view: View, row: Row) -> str:
    """Return the heading of a row, its question and what each framework answers."""
    cards = "\n".join(_card(view, row, framework) for framework in view.frameworks)
    return f"### {in_markdown(row.title)} {{ #{row.id} }}\n" + raw(
        f'<p class="td-question">{escape(row.question)}</p>\n'
        f'<dl class="td-answers">\n{cards}\n</dl>\n{_aliases(row)}'
    )


def _aliases(row: Row) -> str:
    if not row.aliases:
        return ""
    return f'<p class="td-aliases">Also searched as: {escape(", ".join(row.aliases))}</p>\n'


def _card(view: View, row: Row, framework: Framework) -> str:
    cell = row.cells[framework.id]
    note = f"{inline(cell.note)}\n" if cell.note else ""
    lines = [
        f'<dt class="fw fw-{framework.id}">{escape(framework.name)}</dt>',
        f'<dd class="answer">{support_badge(cell.support)} {answer(cell)}</dd>',
        f"<dd>{note}{_proof_line(view, row, framework)}</dd>",
    ]
    return "\n".join(lines)


def _proof_line(view: View, row: Row, framework: Framework) -> str:
    cell = row.cells[framework.id]
    parts = [state_link(view, row, framework)]
    if cell.observed is not None:
        parts.append(f"seen: <code>{escape(cell.observed)}</code>")
    if cell.since:
        parts.append(f"since {escape(cell.since)}")
    name = escape(f"docs: {row.title}, {framework.name}")
    parts.append(f'<a href="{escape(cell.docs)}" aria-label="{name}">docs</a>')
    return " · ".join(parts)
