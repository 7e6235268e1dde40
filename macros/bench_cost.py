"""What a stack costs: before the first request, beside your own work, with more workers."""

from __future__ import annotations

from macros.bench_charts import Bar, share_chart
from macros.bench_parts import NAMES, figure, micro, row_name, span, table
from macros.bench_results import NOTHING, Results, needs_a_run
from macros.bench_words import share, share_of
from macros.figures import Figures
from macros.resampling import median
from macros.runs import BenchRow, Stack, Start
from macros.text import escape

WORKS = (0, 1, 5, 50)  # milliseconds of own work  # milliseconds of own work
USUAL = ("hello_flask_gthread", "hello_django_gthread", "hello_fastapi_uvicorn")


@needs_a_run
def shares(results: Results) -> str:
    """Return the framework's share of a request for several amounts of own work."""
    figures = results.current
    assert figures
    groups = [
        (_work(work), [_share_bar(figures, row, work) for row in USUAL]) for work in WORKS[1:]
    ]
    title = "Share of framework and server in the CPU time of a request"
    chart = share_chart("chart-share", title, groups)
    cells = [
        [escape(row_name(figures.row(row))), micro(figures.cpu(row)),
         *(share(results, row, work) for work in WORKS)]
        for row in USUAL
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
    for row in figures.rows("workers"):
        single = _single(figures, row)
        if single is None or not figures.samples(row.id):
            continue
        value = figures.ratio(row.id, single.id)
        room = figures.run.machine.cores > row.workers
        cells.append([
            escape(row_name(row)), row.path.strip("/"), micro(figures.cpu(single.id)),
            micro(figures.cpu(row.id)), span(value, "×"),
            _speed_up(figures, row, single) if room else "not measured here",
        ])  # fmt: skip
    heads = ("Row", "Job", "One worker", "More workers", "CPU ratio", "Throughput ratio")
    return table("CPU per request with more workers", heads, cells)


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
        starts = _starts(figures, stack)
        imports = [each.cpu - each.bare for each in figures.run.imports
                   if each.framework == stack.framework]  # fmt: skip
        cells.append([
            f"{NAMES[stack.framework]} on {escape(stack.server)}",
            f"{len(stack.distributions)} ({escape(stack.requirement)})",
            f"{stack.size / 1e6:.1f} MB",
            f"{1000 * median(imports):.0f} ms" if imports else NOTHING,
            f"{1000 * median([each.cpu for each in starts]):.0f} ms" if starts else NOTHING,
            f"{median([each.memory for each in starts]) / 1e6:.0f} MB" if starts else NOTHING,
        ])  # fmt: skip
    heads = ("Stack", "Distributions", "Installed", "Import, CPU", "Start to first answer, CPU",
             "Memory then")  # fmt: skip
    return table("Before the first request; medians", heads, cells)


def memory(results: Results, framework: str) -> str:
    """Return what the framework's small application holds at its first answer, in words."""
    if not results.current:
        return NOTHING
    stack = next(each for each in results.current.run.stacks if each.framework == framework)
    held = [each.memory for each in _starts(results.current, stack)]
    amount = f"{median(held) / 1e6:.0f} MB" if held else NOTHING
    return f"{amount} ({NAMES[framework]} on {escape(stack.server)})"


def _starts(figures: Figures, stack: Stack) -> list[Start]:
    """Return the starts of a stack's small application; each round has one at the least."""
    return [
        each
        for each in figures.run.starts
        if each.phase == "closed"
        and figures.row(each.row).framework == stack.framework
        and stack.server in figures.row(each.row).server
    ]
