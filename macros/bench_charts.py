"""Figures to pictures: SVG written while the site is built, colored by the style sheet.

Positions across are percentages and positions down are pixels, so that a picture fits a phone
and a page of paper while its words keep their size. Each picture has a text alternative here
and a table beside it on the page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.resampling import Estimate
from macros.text import escape

STEP = 40  # pixels of one line of a chart
HEAD = 24  # pixels above the first line: the axis
TITLE = 28  # pixels of a heading between lines
LABEL, BAR = 13, 24  # pixels from the top of a line to the foot of its words, to its dot
PANEL = 150  # pixels of a small panel


@dataclass(frozen=True)
class Dot:
    """One ratio: what it says in words, its interval, and the framework that colors it."""

    label: str
    value: Estimate
    kind: str


@dataclass(frozen=True)
class Log:
    """A logarithmic axis between two values."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Return where ``value`` stands, in percent of the width; the ends hold what is beyond."""
        inside = min(max(value, self.low), self.high)
        share = math.log(inside / self.low) / math.log(self.high / self.low)
        return round(100 * share, 2)


def ratio_chart(
    name: str, title: str, groups: Sequence[tuple[str, Sequence[Dot]]], band: tuple[float, float]
) -> str:
    """Return dots with their intervals on a log axis of ratios, under headings, with the band."""
    dots = [dot for _, each in groups for dot in each]
    axis = axis_of([end for dot in dots for end in (dot.value.low, dot.value.high)])
    tops = HEAD + STEP * len(dots) + TITLE * sum(bool(head) for head, _ in groups)
    parts = [_open(name, f"{title}. {_told(dots)}", tops), *_axis(axis, tops, band)]
    top = HEAD
    for head, each in groups:
        if head:
            parts.append(f'<text class="head" x="0" y="{top + 18}">{escape(head)}</text>')
            top += TITLE
        for dot in each:
            parts.append(_dot(dot, axis, top))
            top += STEP
    return "\n".join([*parts, "</svg>"])


def axis_of(values: Sequence[float]) -> Log:
    """Return an axis between powers of two that holds all ``values`` and some room around 1."""
    low = min(0.5, *(value for value in values if value > 0))
    high = max(2.0, *values)
    return Log(2.0 ** math.floor(math.log2(low)), 2.0 ** math.ceil(math.log2(high)))


def times(value: float) -> str:
    """Return a ratio in short, with the two figures that it can carry."""
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _open(name: str, words: str, height: int) -> str:
    return (
        f'<svg width="100%" height="{height}" role="img" aria-labelledby="{name}">\n'
        f'<title id="{name}">{escape(words)}</title>'
    )


def _told(dots: Sequence[Dot]) -> str:
    return " ".join(
        f"{dot.label}: {times(dot.value.middle)} "
        f"({times(dot.value.low)} to {times(dot.value.high)})."
        for dot in dots
    )


def _axis(axis: Log, bottom: int, band: tuple[float, float]) -> list[str]:
    left, right = axis.at(band[0]), axis.at(band[1])
    parts = [
        f'<rect class="band" x="{left}%" y="{HEAD - 4}" width="{round(right - left, 2)}%" '
        f'height="{bottom - HEAD + 4}"/>'
    ]
    powers = range(round(math.log2(axis.low)), round(math.log2(axis.high)) + 1)
    step = 1 if len(powers) <= 8 else 2
    for power in powers:
        if power % step == 0:
            parts.append(_tick(2.0**power, axis, bottom))
    return parts


def _tick(value: float, axis: Log, bottom: int) -> str:
    across, word = axis.at(value), f"{value:g}×"
    anchor = "start" if across < 4 else "end" if across > 96 else "middle"
    kind = "one" if value == 1 else "tick"
    return (
        f'<line class="{kind}" x1="{across}%" x2="{across}%" y1="{HEAD - 4}" y2="{bottom}"/>\n'
        f'<text class="{kind}" x="{across}%" y="{LABEL}" text-anchor="{anchor}">{word}</text>'
    )


def _dot(dot: Dot, axis: Log, top: int) -> str:
    low, middle, high = (
        axis.at(each) for each in (dot.value.low, dot.value.middle, dot.value.high)
    )
    line = top + BAR
    return "\n".join(
        [
            f'<g class="dot {escape(dot.kind)}">',
            f'<text x="0" y="{top + LABEL}">{escape(dot.label)}</text>',
            f'<text class="value" x="100%" y="{top + LABEL}" text-anchor="end">'
            f"{times(dot.value.middle)}×</text>",
            f'<line class="span" x1="{low}%" x2="{high}%" y1="{line}" y2="{line}"/>',
            f'<line class="end" x1="{low}%" x2="{low}%" y1="{line - 4}" y2="{line + 4}"/>',
            f'<line class="end" x1="{high}%" x2="{high}%" y1="{line - 4}" y2="{line + 4}"/>',
            f'<circle cx="{middle}%" cy="{line}" r="5"/>',
            "</g>",
        ]
    )


@dataclass(frozen=True)
class Bar:
    """One share of a whole, between 0 and 1."""

    label: str
    share: float
    kind: str


def share_chart(name: str, title: str, groups: Sequence[tuple[str, Sequence[Bar]]]) -> str:
    """Return bars from nothing to the whole, under headings."""
    bars = [bar for _, each in groups for bar in each]
    told = " ".join(
        f"{head}: " + ", ".join(f"{bar.label} {percent(bar.share)}" for bar in each) + "."
        for head, each in groups
    )
    height = TITLE * len(groups) + 30 * len(bars)
    parts, top = [_open(name, f"{title}. {told}", height)], 0
    for head, each in groups:
        parts.append(f'<text class="head" x="0" y="{top + 18}">{escape(head)}</text>')
        top += TITLE
        for bar in each:
            parts.append(_bar(bar, top))
            top += 30
    return "\n".join([*parts, "</svg>"])


def percent(share: float) -> str:
    """Return a share in percent, finer where it is small."""
    value = 100 * share
    return f"{value:.0f} %" if value >= 10 else f"{value:.1f} %"


def _bar(bar: Bar, top: int) -> str:
    return "\n".join(
        [
            f'<g class="share {escape(bar.kind)}">',
            f'<text x="0" y="{top + 11}">{escape(bar.label)}</text>',
            f'<text class="value" x="100%" y="{top + 11}" text-anchor="end">'
            f"{percent(bar.share)}</text>",
            f'<rect class="whole" x="0" y="{top + 16}" width="100%" height="8" rx="2"/>',
            f'<rect class="part" x="0" y="{top + 16}" width="{round(100 * bar.share, 2)}%" '
            'height="8" rx="2"/>',
            "</g>",
        ]
    )


@dataclass(frozen=True)
class Panel:
    """One row of a sweep: rates by connections (None: withheld), the ideal, and the ceiling."""

    label: str
    points: Sequence[tuple[int, Estimate | None]]
    wait: float
    ceiling: float
    kind: str


def sweep_panels(name: str, panels: Sequence[Panel]) -> str:
    """Return a small picture for each row: throughput against connections, both axes log."""
    rated = [point.high for panel in panels for _, point in panel.points if point]
    most = max([*(panel.ceiling for panel in panels), *rated])
    rates = Log(10, 10 ** math.ceil(math.log10(max(most, 20))))
    loads = [load for load, _ in panels[0].points]
    across = Log(min(loads), max(loads))
    drawn = "\n".join(
        f"<div>\n{_panel(f'{name}-{number}', panel, across, rates)}\n</div>"
        for number, panel in enumerate(panels)
    )
    return f'<div class="td-panels">\n{drawn}\n</div>'


def _panel(name: str, panel: Panel, across: Log, rates: Log) -> str:
    def place(load: float, rate: float) -> tuple[float, float]:
        return 12 + 0.84 * across.at(load), round(
            PANEL - 24 - (PANEL - 56) * rates.at(rate) / 100, 1
        )

    told = ", ".join(
        f"{load} connections {f'{point.middle:.0f}/s' if point else 'withheld'}"
        for load, point in panel.points
    )
    points = [place(load, point.middle) for load, point in panel.points if point]
    ideal = [place(load, load / panel.wait) for load in (across.low, rates.high * panel.wait)]
    ceiling = place(across.low, panel.ceiling)[1]
    words = f"{panel.label}: {told}. Ceiling {panel.ceiling:.0f}/s."
    return "\n".join(
        [
            _open(name, words, PANEL),
            f'<text class="head" x="0" y="13">{escape(panel.label)}</text>',
            *_grid(across, rates, place),
            _segment("ideal", ideal[0], ideal[1]),
            f'<line class="ceiling" x1="12%" x2="96%" y1="{ceiling}" y2="{ceiling}"/>',
            f'<g class="{escape(panel.kind)}">',
            *(_segment("path", one, other) for one, other in pairwise(points)),
            *(f'<circle cx="{x}%" cy="{y}" r="4"/>' for x, y in points),
            "</g>\n</svg>",
        ]
    )


def _grid(across: Log, rates: Log, place: object) -> list[str]:
    assert callable(place)
    parts = []
    power = rates.low
    while power <= rates.high:
        _, y = place(across.low, power)
        parts.append(f'<line class="tick" x1="12%" x2="96%" y1="{y}" y2="{y}"/>')
        parts.append(
            f'<text class="tick" x="11%" y="{y + 4}" text-anchor="end">{_short(power)}</text>'
        )
        power *= 10
    for load in (1, 10, 100, 1000):
        if across.low <= load <= across.high:
            x, _ = place(load, rates.low)
            word = f'<text class="tick" x="{x}%" y="{PANEL - 6}" text-anchor="middle">'
            parts.append(f"{word}{_short(load)}</text>")
    return parts


def _short(value: float) -> str:
    return f"{value / 1000:g}k" if value >= 1000 else f"{value:g}"


def _segment(kind: str, one: tuple[float, float], other: tuple[float, float]) -> str:
    return f'<line class="{kind}" x1="{one[0]}%" y1="{one[1]}" x2="{other[0]}%" y2="{other[1]}"/>'
