"""Where the figures come from: the newest run, its rows, its gates, and a second opinion."""

from __future__ import annotations

from macros.bench_parts import code_links, record_link, row_name, span, table
from macros.bench_results import NO_RUN, Results, needs_a_run
from macros.bench_versions import older, versions
from macros.figures import apart, is_far_off
from macros.raw import raw
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
        f"{escape(run.machine.kernel)}. {escape(versions(run))}.{older(results, run)} "
        f"{run.plan.rounds} rounds in {run.took / 60:.1f} "
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
         f"{each.theirs:,.0f}", f"{apart(each):+.1%}" if each.theirs else "none",
         "more than 10 %" if is_far_off(each) else "no"]
        for each in figures.run.cross_checks
    ]  # fmt: skip
    heads = ("Row", "Tool", "Ours, requests/s", "Theirs", "Ours against theirs",
             "Too far apart")  # fmt: skip
    return first + table("The same rows by known tools, the best of three turns each", heads, cells)
