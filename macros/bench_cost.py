"""What a stack costs: before the first request, beside your own work, with more workers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from macros.bench_charts import Bar, share_chart, times
from macros.bench_parts import NAMES, badge, figure, micro, row_name, span, table
from macros.bench_results import NOTHING, Results, needs_a_run
from macros.bench_words import share, share_of
from macros.figures import Figures, Finding
from macros.measurements import USUAL
from macros.resampling import Verdict, estimate, median
from macros.runs import BenchRow, Pair
from macros.text import escape

WORKS = (0, 1, 5, 50)  # milliseconds of own work


@needs_a_run
def shares(results: Results) -> str:
    """Return the framework's share of a request for several amounts of own work."""
    figures = results.current
    assert figures
    groups = [
        (_work(work), [_share_bar(figures, row, work) for row in USUAL.values()])
        for work in WORKS[1:]
    ]
    title = "Share of framework and server in the CPU time of a request"
    chart = share_chart("chart-share", title, groups)
    cells = [
        [escape(row_name(figures.row(row))), micro(figures.cpu(row)),
         *(share(results, row, work) for work in WORKS)]
        for row in USUAL.values()
    ]  # fmt: skip
    heads = ("Row", "Framework and server", *(_work(work) for work in WORKS))
    note = (
        "<figcaption>Hello as JSON on the usual servers. Own work is CPU time of your code; time "
        "that a request only waits makes the share smaller still.</figcaption>"
    )
    return figure(chart, note) + table("Share by own work", heads, cells)


def _work(milliseconds: int) -> str:
    return f"{milliseconds} ms of own work"


def _share_bar(figures: Figures, row_id: str, work: int) -> Bar:
    row = figures.row(row_id)
    return Bar(row_name(row), share_of(figures.cpu(row_id).middle, work), row.framework)


@needs_a_run
def workers(results: Results) -> str:
    """Return the CPU of a request with one worker and with more."""
    figures = results.current
    assert figures
    cells = []
    for found in worker_findings(results):
        row, single = figures.row(found.pair.row), figures.row(found.pair.against)
        room = figures.run.machine.cores > row.workers
        cells.append([
            escape(row_name(row)), row.path.strip("/"), micro(figures.cpu(single.id)),
            micro(figures.cpu(row.id)), span(found.ratio, "×"), badge(found.verdict),
            str(found.runs),
            _speed_up(figures, row, single) if room else "not measured here",
        ])  # fmt: skip
    heads = ("Row", "Job", "One worker", "More workers", "CPU ratio", "Verdict", "Runs",
             "Throughput ratio")  # fmt: skip
    return table("CPU per request with more workers", heads, cells)


def worker_findings(results: Results) -> list[Finding]:
    """Return what all runs say of each row with more workers against the same with one."""
    assert results.current
    found = []
    for row in results.current.rows("workers"):
        if single := _single(results.current, row):
            pair = Pair(
                id="explored", question=row_name(row), varies="code", metric="cpu",
                row=row.id, against=single.id,
            )  # fmt: skip
            found.append(results.over_runs(pair))
    return [each for each in found if each]


def workers_in_words(results: Results) -> str:
    """Return a sentence on how many rows keep the price of a request with more workers."""
    if not results.current:
        return f"*{NOTHING.capitalize()}.*"
    found = worker_findings(results)
    counts = Counter(each.verdict for each in found)
    told = ", ".join(f"{counts[each]} {each}" for each in Verdict)
    middles = [each.ratio.middle for each in found]
    span_of_all = f"{times(min(middles))}× and {times(max(middles))}×"
    return (
        f"Of {len(found)} rows with more workers against the same with one: **{told}**. "
        f"The middles of their ratios lie between {span_of_all}."
    )


def _speed_up(figures: Figures, row: BenchRow, single: BenchRow) -> str:
    if not (figures.shows_rates(row.id) and figures.shows_rates(single.id)):
        return "withheld"
    return span(figures.ratio(row.id, single.id, "rate"), "×")


def _single(figures: Figures, row: BenchRow) -> BenchRow | None:
    """Return the row of one worker that has the same code on the same kind of server."""
    kind = row.server.split(",")[0]
    for other in figures.rows(row.path.strip("/")):
        if (other.framework, other.server) == (row.framework, kind):
            return other
    return None


@needs_a_run
def footprint(results: Results) -> str:
    """Return what each stack brings along before the first request."""
    figures = results.current
    assert figures
    cells = []
    for stack in figures.run.stacks:
        starts = figures.starts(stack.framework, stack.server)
        imports = [each.cpu - each.bare for each in figures.run.imports
                   if each.framework == stack.framework]  # fmt: skip
        cells.append([
            f"{NAMES[stack.framework]} on {escape(stack.server)}",
            f"{len(stack.distributions)} ({escape(stack.requirement)})",
            f"{stack.size / 1e6:.1f} MB",
            middle(imports, 1e3, "ms"),
            middle([each.cpu for each in starts], 1e3, "ms"),
            middle([each.ready for each in starts], 1e3, "ms"),
            middle([each.memory for each in starts], 1e-6, "MB"),
        ])  # fmt: skip
    heads = ("Stack", "Distributions", "Installed", "Import, CPU", "Start to first answer, CPU",
             "Start to first answer, time", "Memory then")  # fmt: skip
    return table("Before the first request; medians with interval and number", heads, cells)


def memory(results: Results, framework: str) -> str:
    """Return what the framework's small application holds at its first answer, in words."""
    if not results.current:
        return NOTHING
    stack = next(each for each in results.current.run.stacks if each.framework == framework)
    held = [each.memory for each in results.current.starts(stack.framework, stack.server)]
    amount = f"{median(held) / 1e6:.0f} MB" if held else NOTHING
    return f"{amount} ({NAMES[framework]} on {escape(stack.server)})"


def middle(values: Sequence[float], scale: float, unit: str) -> str:
    """Return the median of ``values`` with its interval and their number."""
    if not values:
        return NOTHING
    found = estimate([[scale * each for each in values]])
    return f"{found.middle:.0f} {unit} ({found.low:.0f} to {found.high:.0f}), n = {found.n}"
