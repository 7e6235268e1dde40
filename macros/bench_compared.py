"""One row against another: the declared comparisons and the rows of a scenario."""

from __future__ import annotations

from collections.abc import Sequence

from macros.bench_charts import Dot, ratio_chart
from macros.bench_parts import badge, band_note, code_links, figure, micro, row_name, span, table
from macros.bench_results import Results, needs_a_run
from macros.figures import Figures, Finding
from macros.resampling import SAME
from macros.runs import BenchRow, Metric, Pair
from macros.text import escape


@needs_a_run
def headlines(results: Results) -> str:
    """Return the ten declared comparisons and the control over all runs."""
    assert results.current
    plan = results.current.run.plan
    pairs = [*plan.headlines, plan.control]
    found = [results.over_runs(pair) for pair in pairs]
    shown = [each for each in found if each]
    chart = ratio_chart(
        "chart-headlines",
        "CPU per request, first divided by second, and the control",
        [
            ("CPU per request", _finding_dots(results, shown[:-1], "cpu")),
            ("Control: nothing differs", _finding_dots(results, shown[-1:], "cpu")),
        ],
        SAME,
    )
    caption = "The ten comparisons, over all complete runs that measured them in one way"
    rows = [_finding_cells(*each) for each in zip(pairs, found, strict=True)]
    heads = ("Comparison", "Compared", "Ratio", "Verdict", "Runs", "Rounds", "Marked")
    charts = f"{chart}\n{_rates_chart(results, shown)}"
    return figure(charts, band_note()) + table(caption, heads, rows)


def _rates_chart(results: Results, found: Sequence[Finding]) -> str:
    """Return the comparisons of rates as a chart; nothing where all are withheld."""
    dots = _finding_dots(results, found, "rate")
    title = "Answers a second, first divided by second"
    if not dots:
        return ""
    return ratio_chart("chart-headlines-rate", title, [("Answers a second", dots)], SAME)


def _finding_dots(results: Results, found: Sequence[Finding], metric: Metric) -> list[Dot]:
    assert results.current
    rows = results.current.row
    return [
        Dot(each.pair.short or each.pair.question, each.ratio, rows(each.pair.row).framework)
        for each in found
        if each.pair.metric == metric
    ]


def _finding_cells(pair: Pair, found: Finding | None) -> list[str]:
    what = "requests/s" if pair.metric == "rate" else "CPU per request"
    if found is None:
        return [escape(pair.question), what, "withheld", "withheld", "0", "0", ""]
    return [escape(pair.question), what, span(found.ratio, "×"), badge(found.verdict),
            str(found.runs), str(found.ratio.n), str(found.marked)]  # fmt: skip


@needs_a_run
def scenario(results: Results, scenario_id: str, baseline: str) -> str:
    """Return the rows of a scenario against one of them, and their absolute numbers."""
    figures = results.current
    assert figures
    rows = [row for row in figures.rows(scenario_id) if figures.samples(row.id)]
    name = next(each.title for each in figures.run.plan.scenarios if each.id == scenario_id)
    dots = [
        Dot(row_name(row), figures.ratio(row.id, baseline), row.framework)
        for row in rows if row.id != baseline
    ]  # fmt: skip
    base = row_name(figures.row(baseline))
    title = f"{name}: server CPU per request, divided by that of {base}"
    chart = ratio_chart(f"chart-{scenario_id}", title, [("", dots)], figures.band)
    caption = f"{name}: absolute numbers of the newest run"
    heads = ("Row", "CPU per request", "Requests/s", "Answer, bytes", "Marked", "Code")
    cells = [_row_cells(results, figures, row) for row in rows]
    note = (
        f"<figcaption>Each row divided by {escape(base)}, in the newest run. "
        "Scale and band as above.</figcaption>"
    )
    return figure(chart, note) + table(caption, heads, cells)


def _row_cells(results: Results, figures: Figures, row: BenchRow) -> list[str]:
    shown = figures.shows_rates(row.id)
    value = figures.rate(row.id)
    return [
        escape(row_name(row)),
        micro(figures.cpu(row.id)),
        f"{value.middle:,.0f} ({value.low:,.0f} to {value.high:,.0f})" if shown else "withheld",
        _bytes(figures, row),
        f"{figures.marked(row.id)} of {len(figures.samples(row.id))}",
        code_links(results, row),
    ]


def _bytes(figures: Figures, row: BenchRow) -> str:
    for check in figures.run.checks:
        if check.row == row.id:
            return f"{check.body_bytes} body, {check.header_bytes} headers"
    return "not kept"
