"""Where the figures come from: the runs, their rows, gates and control, and how far they drift."""

from __future__ import annotations

from macros.bench_parts import badge, code_links, record_link, row_name, span, table
from macros.bench_results import NO_RUN, Results, needs_a_run
from macros.figures import Figures, over_runs
from macros.methods import CHANGES, method_of
from macros.raw import raw
from macros.runs import Benchmark, Pair
from macros.text import escape


def origin(results: Results) -> str:
    """Return on what, when and how often was measured, or that nothing is published."""
    current = results.current
    if current is None:
        return raw(NO_RUN)
    run = current.run
    passed, samples = current.passed()
    held = "" if current.control_holds else " <strong>Its control did not hold.</strong>"
    amount = "one run" if len(results.complete) == 1 else f"{len(results.complete)} runs"
    return raw(
        f'<p class="td-origin">Newest of {amount}: {record_link(results, run)}, '
        f"{escape(run.machine.processor)}, {run.machine.cores} cores, "
        f"{escape(run.machine.kernel)}, "
        f"Python {escape(run.software.python)}. {run.plan.rounds} rounds in {run.took / 60:.1f} "
        f"minutes. {passed} of {samples} samples passed every gate. Control: "
        f"{span(current.control, '×')}.{held}</p>"
    )


@needs_a_run
def rows_in_full(results: Results) -> str:
    """Return every row with its code, its deviations and the command that serves it."""
    figures = results.current
    assert figures
    codes = {each.id: each.code for each in figures.run.plan.scenarios}
    cells = [
        [codes[row.scenario], escape(row_name(row)),
         escape(", ".join(row.deviations)) or "none",
         f"<code>{escape(row.command)}</code>", code_links(results, row)]
        for row in figures.run.plan.rows
    ]  # fmt: skip
    heads = ("Scenario", "Row", "Not the default", "Command", "Code")
    return table("Every row in full", heads, cells)


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
                      str(method_of(run)), _code(run)])  # fmt: skip
    heads = ("Run", "Status", "Took", "Seed", "Samples passed", "Control", "Load before",
             "Start of the machine", "Method", "Measuring code")  # fmt: skip
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
        [str(change.number), f"{change.day:%B} {change.day.day}, {change.day.year}",
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


@needs_a_run
def gates(results: Results) -> str:
    """Return how many samples of the newest run each gate marked, and what it is."""
    figures = results.current
    assert figures
    told = {
        "foreign": "somebody else used more than 25 % of a core",
        "generator": "the generator used more than 85 % of its core",
        "lag": "the generator was more than 5 ms late (open loop, 99th percentile)",
        "little": "requests in flight and rate × latency were more than 10 % apart",
        "cut": "the time was over before all requests, or a whole wave of them, were answered",
        "errors": "an answer was not 200, or a connection broke",
    }
    samples = figures.run.samples
    cells = [
        [name, words, f"{sum(name in each.marks for each in samples)} of {len(samples)}"]
        for name, words in told.items()
    ]
    return table("What the gates marked in the newest run", ("Gate", "Meaning", "Marked"), cells)


@needs_a_run
def second_opinion(results: Results) -> str:
    """Return what known load generators saw of the same rows, and this generator's limit."""
    figures = results.current
    assert figures
    limit = figures.run.ceiling
    first = (
        f"<p>Against a server that does nothing this generator reached "
        f"{limit.rate:,.0f} requests/s "
        f"and used {1e6 * limit.generator_per_request:.0f} µs of CPU for each.</p>"
        if limit else ""
    )  # fmt: skip
    if not figures.run.cross_checks:
        return first + "<p>No other tool was installed for the newest run.</p>"
    cells = [
        [escape(row_name(figures.row(each.row))), escape(each.tool), f"{each.ours:,.0f}",
         f"{each.theirs:,.0f}", f"{each.ours / each.theirs - 1:+.1%}" if each.theirs else "none"]
        for each in figures.run.cross_checks
    ]  # fmt: skip
    heads = ("Row", "Tool", "Ours, requests/s", "Theirs", "Ours against theirs")
    return first + table("The same rows by known tools, the best of three turns each", heads, cells)
