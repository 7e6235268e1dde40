"""What happens while requests wait: throughput by connections, latency, the blocked loop."""

from __future__ import annotations

from macros.bench_charts import Panel, sweep_panels
from macros.bench_parts import NAMES, figure, row_name, table
from macros.bench_results import Results, needs_a_run
from macros.bench_words import rate
from macros.figures import Figures, NoFigureError
from macros.resampling import Estimate, median
from macros.runs import BenchRow
from macros.text import escape


@needs_a_run
def sweep(results: Results) -> str:
    """Return throughput against connections for each waiting row, with ideal and ceiling."""
    figures = results.current
    assert figures
    rows = [row for row in figures.rows("wait") if _has_sweep(figures, row)]
    panels = [_sweep_panel(figures, row) for row in rows]
    heads = ("Row", *(f"{level:,} connections" for level in figures.run.plan.levels), "Ceiling",
             "Marked")  # fmt: skip
    cells = [_sweep_cells(figures, row, panel) for row, panel in zip(rows, panels, strict=True)]
    note = (
        "<figcaption>Requests a second (up) against connections (across), both logarithmic. "
        "A point that the gates withhold is not drawn. "
        "Dotted: ideal, connections / 50 ms. Dashed: the ceiling, the smaller of slots / 50 ms and "
        "1 / CPU per request.</figcaption>"
    )
    return figure(sweep_panels("sweep", panels), note) + table(
        "Requests a second while each request waits 50 ms", heads, cells
    )


def _has_sweep(figures: Figures, row: BenchRow) -> bool:
    levels = figures.run.plan.levels
    return all(figures.samples(row.id, "closed", level) for level in levels)


def _sweep_panel(figures: Figures, row: BenchRow) -> Panel:
    points = [(level, _shown_rate(figures, row, level)) for level in figures.run.plan.levels]
    return Panel(
        wait_name(row), points, figures.run.plan.wait, ceiling(figures, row), row.framework
    )


def _shown_rate(figures: Figures, row: BenchRow, level: int) -> Estimate | None:
    """Return requests a second; None where the gates withhold them."""
    if not figures.shows_rates(row.id, "closed", level):
        return None
    try:
        return figures.rate(row.id, level)
    except NoFigureError:  # not one answer in any round
        return Estimate(0.1, 0.1, 0.1, 0)


def ceiling(figures: Figures, row: BenchRow) -> float:
    """Return the most requests a second that slots and CPU allow."""
    busy = [
        each.cpu / each.span / each.rate
        for each in figures.samples(row.id, "closed", 100)
        if each.requests
    ]
    by_cpu = 1 / median(busy) if busy else float("inf")
    slots = row.slots or float("inf")
    return min(slots / figures.run.plan.wait, by_cpu)


def wait_name(row: BenchRow) -> str:
    """Return a waiting row in short."""
    return f"{NAMES[row.framework]} {row.handler}, {row.server.removeprefix('Gunicorn ')}"


def _sweep_cells(figures: Figures, row: BenchRow, panel: Panel) -> list[str]:
    shown = [_sweep_cell(value) for _, value in panel.points]
    marked = sum(figures.marked(row.id, level) for level in figures.run.plan.levels)
    return [escape(row_name(row)), *shown, f"{panel.ceiling:,.0f}/s", str(marked)]


def _sweep_cell(value: Estimate | None) -> str:
    if value is None:
        return "withheld"
    if not value.n:
        return "no answer in the window"
    return f"{value.middle:,.0f}/s ({value.low:,.0f} to {value.high:,.0f})"


@needs_a_run
def latencies(results: Results) -> str:
    """Return latency percentiles at fixed rates, counted from when each request was due."""
    figures = results.current
    assert figures
    cells = []
    for row in figures.rows("wait"):
        for rate_offered in figures.run.plan.rates:
            cells.append([escape(row_name(row)), f"{rate_offered}/s",
                          *_percentiles(figures, row.id, rate_offered)])  # fmt: skip
    return table(
        "Latency at a fixed rate (open loop), 50 ms of waiting included",
        ("Row", "Offered", "p50", "p90", "p99", "Rounds", "Requests", "Unserved or failed"), cells,
    )  # fmt: skip


def _percentiles(figures: Figures, row_id: str, offered: int) -> list[str]:
    samples = figures.samples(row_id, "open", offered)
    if not samples:
        return ["not offered: above what it serves", *[""] * 5]
    lost = sum(each.unserved + each.errors for each in samples)
    asked = lost + sum(each.requests for each in samples)
    counts = [str(len(samples)), f"{asked:,}", str(lost)]
    if not figures.shows_rates(row_id, "open", offered):
        return ["withheld", "withheld", "withheld", *counts]
    return [
        *(_milli(figures.latency(row_id, offered, each)) for each in (0.5, 0.9, 0.99)),
        *counts,
    ]


def _milli(value: Estimate | None) -> str:
    if value is None:
        return "too few requests"
    low, middle, high = (
        "not served" if each == float("inf") else f"{1000 * each:.0f}"
        for each in (value.low, value.middle, value.high)
    )
    unit = "" if middle == "not served" else " ms"
    return f"{middle}{unit} ({low} to {high})"


@needs_a_run
def pitfall(results: Results) -> str:
    """Return the three ways to wait in FastAPI at 100 connections."""
    entries = (
        ("async def, awaited", "wait_fastapi_async", "right"),
        ("def, in the thread pool", "wait_fastapi_def", "right"),
        ("async def, blocking", "wait_fastapi_blocking", "wrong"),
    )
    items = "\n".join(
        f'<div class="{kind}">\n<dt>{name}</dt>\n<dd>{rate(results, row, 100)}</dd>\n</div>'
        for name, row, kind in entries
    )
    return f'<dl class="td-three">\n{items}\n</dl>'
