"""Model to chart: SVG written while the site is built, colored by the style sheet.

Positions across are percentages and positions down are pixels, so a chart fits a phone and a
page of paper while its words keep their size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.badges import framework_name
from macros.framework import Framework, Line
from macros.glyphs import GRID, outline
from macros.raw import raw
from macros.text import escape, inline
from macros.view import View

HEAD = 26  # pixels above the first line: the years
STEP = 38  # pixels from one line to the next
LABEL = 14  # pixels from the top of a line to the foot of its words
BAR = 20  # pixels from the top of a line to its bar
THICK = 10  # pixels of a bar
GLYPH = 15  # pixels of a framework's glyph beside its name
ROOM = 40  # percent; from here on a label would leave a narrow picture on the right
REACH = 70  # percent; a label that ended earlier would leave a narrow picture on the left
COLUMNS = ("State", "Released", "All fixes until", "Security fixes until", "Source")


class NoLinesError(LookupError):
    """The data names no line of releases, so there is nothing to draw."""


@dataclass(frozen=True)
class Axis:
    """Whole years, from the first day of one to the first day of another."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """Return where ``day`` stands, in percent of the width."""
        start, end = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        return round(100 * (day.toordinal() - start) / (end - start), 2)


@dataclass(frozen=True)
class Supported:
    """A line of releases beside the framework that it belongs to."""

    framework: Framework
    line: Line

    @property
    def name(self) -> str:
        """Return the name with the version, for example ``Django 6.1``."""
        return f"{self.framework.name} {self.line.version}"


def support_timeline(view: View) -> str:
    """Return the lines of all frameworks as a picture, with a legend and the same as a table."""
    lines = [Supported(each, line) for each in view.frameworks for line in each.lines]
    if not lines:
        raise NoLinesError("no framework of data/comparison.yml has lines; add some under lines:")
    today = view.ledger.today
    parts = [
        '<figure class="td-chart td-timeline">',
        _picture(lines, axis_of(lines), today),
        _legend(today),
        "</figure>",
        _table(lines, today),
    ]
    return raw("\n".join(parts))


def axis_of(lines: Sequence[Supported]) -> Axis:
    """Return the years that hold every date of ``lines``."""
    days = [day for each in lines for day in _days(each.line)]
    return Axis(min(days).year, max(days).year + 1)


def _days(line: Line) -> list[date]:
    days = (line.released, line.mainstream_until, line.security_until)
    return [day for day in days if day is not None]


def status(line: Line, today: date) -> str:
    """Return in words what a line gets on a day."""
    if line.released > today:
        return "Planned"
    if line.security_until is None:
        return "All fixes, no end date"
    if today > line.security_until:
        return "Ended"
    if line.mainstream_until is None or today > line.mainstream_until:
        return "Security fixes"
    return "All fixes"


def month(day: date | None) -> str:
    """Return a date by its month; dates of support are announced no finer."""
    return f"{day:%B} {day.year}" if day else "No date"


def _picture(lines: Sequence[Supported], axis: Axis, today: date) -> str:
    height = HEAD + STEP * len(lines)
    parts = [
        f'<svg width="100%" height="{height}" role="img" aria-labelledby="support-picture">',
        f'<title id="support-picture">{escape(_summary(lines, today))}</title>',
        *_years(axis, height),
        _rule(axis.at(today), HEAD - 4, height, "today"),
        *(_row(each, axis, today, HEAD + STEP * place) for place, each in enumerate(lines)),
        "</svg>",
    ]
    return "\n".join(parts)


def _summary(lines: Sequence[Supported], today: date) -> str:
    said = ", ".join(f"{each.name}: {_end(each.line)}" for each in lines)
    return f"Support of each line of releases, seen in {month(today)}. {said}."


def _end(line: Line) -> str:
    if line.security_until is None:
        return "until its successor"
    return f"until {month(line.security_until)}"


def _years(axis: Axis, height: int) -> list[str]:
    marks = []
    for year in range(axis.first, axis.last):
        across = axis.at(date(year, 1, 1))
        marks.append(_rule(across, 0, height, "year"))
        label = f'<text class="year" x="4" y="{LABEL}">{year}</text>'
        marks.append(_at(across, label))
    return marks


def _rule(across: float, top: int, bottom: int, kind: str) -> str:
    return f'<line class="{kind}" x1="{across}%" x2="{across}%" y1="{top}" y2="{bottom}"/>'


def _row(each: Supported, axis: Axis, today: date, top: int) -> str:
    planned = " planned" if each.line.released > today else ""
    return "\n".join(
        [
            f'<g class="line {each.framework.id}{planned}">',
            _label(each, axis, top + LABEL),
            *_bars(each.line, axis, today, top + BAR),
            "</g>",
        ]
    )


def _label(each: Supported, axis: Axis, foot: int) -> str:
    """Return the words over a bar: from where it begins, or up to where it ends if that is late."""
    words = f"{escape(each.name)} <tspan>{_end(each.line)}</tspan>"
    begins, ends = axis.at(each.line.released), each.line.security_until
    if begins < ROOM:
        text = f'<text x="{GLYPH + 3}" y="{foot}">{words}</text>'
        return _at(begins, f"{_glyph(each.framework, 0, foot)}{text}")
    text = f'<text x="{-GLYPH - 3}" y="{foot}" text-anchor="end">{words}</text>'
    until = max(axis.at(ends), REACH) if ends else 100
    return _at(until, f"{text}{_glyph(each.framework, -GLYPH, foot)}")


def _at(across: float, inside: str) -> str:
    return f'<svg x="{across}%" overflow="visible">{inside}</svg>'


def _glyph(framework: Framework, left: int, foot: int) -> str:
    place = f"translate({left} {foot - GLYPH + 3}) scale({GLYPH / GRID:.3f})"
    return f'<path class="glyph" transform="{place}" d="{outline(framework.vehicle)}"/>'


def _bars(line: Line, axis: Axis, today: date, top: int) -> list[str]:
    if line.security_until is None:
        middle = top + THICK // 2
        ray = f'<line class="open" x1="{axis.at(today)}%" x2="100%" y1="{middle}" y2="{middle}"/>'
        return [_bar(axis.at(line.released), axis.at(today), top, "all"), ray]
    change = line.mainstream_until or line.released
    begins, changes, ends = (axis.at(day) for day in (line.released, change, line.security_until))
    return [_bar(changes, ends, top, "security"), _bar(begins, changes, top, "all")]


def _bar(left: float, right: float, top: int, kind: str) -> str:
    wide = max(round(right - left, 2), 0.8)
    return f'<rect class="{kind}" x="{left}%" y="{top}" width="{wide}%" height="{THICK}" rx="2"/>'


def _legend(today: date) -> str:
    kinds = {
        "all": "all fixes",
        "security": "security and data loss only",
        "open": "no end date promised",
        "planned": "planned",
        "today": f"{month(today)}, when this page was built",
    }
    items = "\n".join(f'<li class="{kind}">{words}</li>' for kind, words in kinds.items())
    return f'<figcaption>\n<ul class="td-chart-legend">\n{items}\n</ul>\n</figcaption>'


def _table(lines: Sequence[Supported], today: date) -> str:
    caption = f"Support of each line of releases, as of {month(today)}"
    heads = "\n".join(f'<th scope="col">{title}</th>' for title in ("Line", *COLUMNS))
    rows = "\n".join(_table_row(each, today) for each in lines)
    return (
        f'<div class="td-table" role="region" tabindex="0" aria-label="{caption}">\n'
        f'<table class="td-lines td-releases">\n<caption>{caption}</caption>\n'
        f"<thead>\n<tr>\n{heads}\n</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _table_row(each: Supported, today: date) -> str:
    line = each.line
    cells = [
        status(line, today),
        _cell_date(line.released),
        _cell_date(line.mainstream_until),
        _cell_date(line.security_until),
        f'<a href="{escape(line.source)}">{escape(host(line.source))}</a>. ' + inline(line.note),
    ]
    head = f'<th scope="row">{framework_name(each.framework)} {escape(line.version)}</th>'
    shown = "\n".join(
        f'<td data-label="{title}">{cell}</td>' for title, cell in zip(COLUMNS, cells, strict=True)
    )
    return f"<tr>\n{head}\n{shown}\n</tr>"


def _cell_date(day: date | None) -> str:
    return f'<time datetime="{day:%Y-%m}">{month(day)}</time>' if day else month(day)


def host(address: str) -> str:
    """Return the host of an address, which is enough to tell whose word it is."""
    return address.removeprefix("https://").partition("/")[0]
