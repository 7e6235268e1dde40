"""What the performance chapter is set from: numbers with their interval, rows, links, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.bench_charts import times
from macros.bench_results import Results
from macros.load import FrameworkNames
from macros.resampling import Estimate, Verdict
from macros.runs import Benchmark, BenchRow
from macros.text import escape, long_day

NAMES = FrameworkNames()


def span(value: Estimate, unit: str = "") -> str:
    """Return the middle of an estimate with its interval, as text."""
    return f"{times(value.middle)}{unit} ({times(value.low)} to {times(value.high)})"


def micro(value: Estimate) -> str:
    """Return an estimate of seconds in µs or ms, with its interval."""
    scale, unit = (1e6, "µs") if value.middle < 1e-3 else (1e3, "ms")
    low, middle, high = (_three(each * scale) for each in (value.low, value.middle, value.high))
    return f"{middle} {unit} ({low} to {high})"


def _three(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def badge(word: Verdict) -> str:
    """Return a verdict in its color."""
    kind = word.name.lower().replace("_", "-")
    return f'<span class="td-verdict v-{kind}">{escape(word)}</span>'


def row_name(row: BenchRow) -> str:
    """Return a row in full: framework, kind of function, what else was chosen, server."""
    handler = "" if row.framework != "fastapi" and row.handler == "def" else f" {row.handler}"
    extra = f", {row.extra}" if row.extra else ""
    return f"{NAMES[row.framework]}{handler}{extra}, {row.server}"


def code_links(results: Results, row: BenchRow) -> str:
    """Return links to a row's route and to the page of the tutorial that it follows."""
    source = escape(f"{results.repository}/blob/main/{row.source}")
    return f'<a href="{source}">route</a>, <a href="{escape(row.tutorial)}">tutorial</a>'


def record_link(results: Results, run: Benchmark) -> str:
    """Return a link to a record, named by when it was begun."""
    address = f"{results.repository}/blob/main/benchmarks/records/{run.name}.json"
    day = f"{long_day(run.started)}, {run.started:%H:%M} UTC"
    stamp = f'<time datetime="{run.started:%Y-%m-%dT%H:%MZ}">{day}</time>'
    return f'<a href="{escape(address)}">{stamp}</a>'


def figure(chart: str, note: str) -> str:
    """Return a chart with what is said below it."""
    return f'<figure class="td-chart td-bench">\n{chart}\n{note}\n</figure>\n'


def band_note() -> str:
    """Return what the charts of ratios have in common: scale, dot, line, band."""
    return (
        "<figcaption>Logarithmic scale. The first named is divided by the second: right of 1 it "
        "used more CPU (or answered more, where answers are compared). Dot: median of the rounds. "
        "Line: 95 % interval. Shaded: 0.90 to 1.11, no practical difference.</figcaption>"
    )


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return numbers that a reader may open: the picture or the sentence before says most."""
    titles = "\n".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "\n".join(_table_row(heads, cells) for cells in rows)
    return (
        f'<details class="td-data">\n<summary>{escape(caption)}</summary>\n'
        f'<div class="td-table" role="region" tabindex="0" aria-label="{escape(caption)}">\n'
        f'<table class="td-lines td-numbers">\n'
        f"<thead>\n<tr>\n{titles}\n</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n"
        "</table>\n</div>\n</details>"
    )


def _table_row(heads: Sequence[str], cells: Sequence[str]) -> str:
    shown = "\n".join(
        f'<td data-label="{escape(head)}">{cell}</td>'
        for head, cell in zip(heads[1:], cells[1:], strict=True)
    )
    return f'<tr>\n<th scope="row">{cells[0]}</th>\n{shown}\n</tr>'
