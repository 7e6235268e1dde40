"""The published runs: what became of each, how far they drift, and what changed between them."""

from __future__ import annotations

from macros.bench_parts import badge, record_link, span, table
from macros.bench_results import Results, needs_a_run
from macros.bench_versions import older, versions
from macros.figures import Figures, over_runs
from macros.methods import CHANGES, method_of
from macros.runs import Benchmark, Pair
from macros.text import escape, long_day


@needs_a_run
def history(results: Results) -> str:
    """Return all published runs, with their control and what became of them."""
    cells = []
    for run in results.runs:
        figures = Figures(run)
        passed, samples = figures.passed()
        control = span(figures.control, "×") if figures.samples(run.plan.control.row) else "none"
        cells.append([record_link(results, run), run.status, f"{run.took / 60:.1f} min",
                      str(run.plan.seed), f"{passed} of {samples}", control,
                      f"{run.machine.load_before:.2f}", _boot(results, run),
                      str(method_of(run)), _code(run),
                      f"{escape(versions(run, list(results.versions)))}{older(results, run)}",
                      ])  # fmt: skip
    heads = ("Run", "Status", "Took", "Seed", "Samples passed", "Control", "Load before",
             "Start of the machine", "Method", "Measuring code", "Versions")  # fmt: skip
    return table("Published runs", heads, cells)


def _boot(results: Results, run: Benchmark) -> str:
    """Return which start of a machine a run belongs to, counted over the published runs."""
    if run.machine.boot is None:
        return "not kept"
    known = list(dict.fromkeys(each.machine.boot for each in results.runs if each.machine.boot))
    since = f", {run.machine.uptime / 3600:.1f} h before" if run.machine.uptime is not None else ""
    return f"{known.index(run.machine.boot) + 1}{since}"


def _code(run: Benchmark) -> str:
    if run.software.code is None:
        return "not kept"
    commit = f" after {run.software.commit}" if run.software.commit else ""
    return f"{run.software.code}{commit}"


@needs_a_run
def changes(results: Results) -> str:
    """Return what changed in the way of measuring, and which runs measured so."""
    assert results.current
    titles = {each.id: each.title for each in results.current.run.plan.scenarios}
    cells = [
        [str(change.number), long_day(change.day),
         escape(change.what),
         escape(", ".join(titles.get(each, each) for each in sorted(change.touched))) or "none",
         str(sum(method_of(run) == change.number for run in results.runs))]
        for change in CHANGES
    ]  # fmt: skip
    heads = ("Method", "Since", "What changed", "Not comparable with earlier runs", "Runs")
    return table("Changes of method", heads, cells)


@needs_a_run
def drift(results: Results) -> str:
    """Return each declared comparison run by run, and how far the runs lie apart."""
    assert results.current
    cells = []
    for pair in results.current.run.plan.headlines:
        cells.append([escape(pair.short or pair.question), *_drift_cells(results, pair)])
    heads = ("Comparison", "Run by run", "Apart", "Together")
    return table("Drift between the runs that measured in one way", heads, cells)


def _drift_cells(results: Results, pair: Pair) -> list[str]:
    found = [figures.finding(pair) for figures in results.alike(pair)]
    if not found:
        return ["withheld", "", ""]
    middles = [each.ratio.middle for each in found]
    far = max(middles) / min(middles) - 1
    runs = "<br>".join(span(each.ratio, "×") for each in found)
    return [runs, f"{100 * far:.1f} %", badge(over_runs(found).verdict)]
