"""A row to embed elsewhere: a picture that asks nobody for anything, and plain HTML."""

from __future__ import annotations

from datetime import date

from builder.export.feeds import printable
from macros import text_width
from macros.framework import Framework
from macros.levels import Support
from macros.model import Row
from macros.text import escape

_SIZE, _LINE, _MARGIN = 12, 20, 12  # pixels
_STYLE = (
    "<style>text{font:12px Verdana,'DejaVu Sans',sans-serif;fill:#1d2329}"
    ".t{font-weight:700}.s{fill:#545c66}rect{fill:#fff;stroke:#c9d0d8}"
    "@media(prefers-color-scheme:dark){text{fill:#e6e9ed}.s{fill:#a5adb7}"
    "rect{fill:#171b20;stroke:#3d454e}}</style>"
)


def width(text: str) -> float:
    """Return the pixels that ``text`` takes at most in the badge."""
    return text_width.ems(text) * _SIZE


def svg(row: Row, frameworks: tuple[Framework, ...], day: date) -> str:
    """Return the picture of a row: title, the answer of each framework, and the day."""
    names = [f"{framework.name} {framework.version}" for framework in frameworks]
    answers = [answer(row, framework) for framework in frameworks]
    column = _MARGIN + max(width(name) for name in names) + _MARGIN
    footer = f"Test Drive · {day.isoformat()}"
    inner = max(
        width(row.title) * text_width.BOLD + _MARGIN,
        column + max(map(width, answers)),
        width(footer),
    )
    total, height = round(inner + 2 * _MARGIN), _LINE * (len(names) + 2) + _MARGIN
    lines = [_text(_MARGIN, 1, "t", row.title)]
    for number, (name, said) in enumerate(zip(names, answers, strict=True), 2):
        lines += [_text(_MARGIN, number, "s", name), _text(column, number, "", said)]
    lines.append(_text(_MARGIN, len(names) + 2, "s", footer))
    said_all = "; ".join(f"{n}: {a}" for n, a in zip(names, answers, strict=True))
    label = escape(printable(f"{row.title}. {said_all}. {footer}"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{total}" height="{height}" '
        f'viewBox="0 0 {total} {height}" role="img" aria-label="{label}">\n{_STYLE}\n'
        f'<rect x=".5" y=".5" width="{total - 1}" height="{height - 1}" rx="6"/>\n'
        + "\n".join(lines)
        + "\n</svg>\n"
    )


def _text(x: float, line: int, kind: str, text: str) -> str:
    style = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.0f}" y="{line * _LINE + 2}"{style}>{escape(printable(text))}</text>'


def answer(row: Row, framework: Framework) -> str:
    """Return what a cell says: symbol, level, answer and package; a fact needs no level."""
    cell = row.cells[framework.id]
    level = "" if cell.support is Support.FACT else f"{cell.support.word}: "
    named = not cell.package or cell.package.lower() in cell.answer.lower()
    package = "" if named else f" ({cell.package})"
    return f"{cell.support.symbol} {level}{cell.answer}{package}"


def snippet(row: Row, frameworks: tuple[Framework, ...], page: str, day: date) -> str:
    """Return HTML to paste into any page: no script, no style, no request."""
    items = "\n".join(
        f"    <li>{escape(each.name)} {escape(each.version)}: {escape(answer(row, each))}</li>"
        for each in frameworks
    )
    return (
        f"<figure>\n  <figcaption>{escape(row.question)}</figcaption>\n  <ul>\n{items}\n  </ul>\n"
        f'  <p><a href="{escape(page)}">{escape(row.title)}: the proof on Test Drive</a>, '
        f'<time datetime="{day}">{day}</time></p>\n</figure>\n'
    )
