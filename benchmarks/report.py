"""A record as text: what it says, and where two of them differ."""

from __future__ import annotations

from collections.abc import Iterator

from macros.figures import Figures, Finding
from macros.resampling import Estimate
from macros.runs import Benchmark


def text(run: Benchmark) -> str:
    """Return what a record says; a smoke record says no number."""
    return "\n".join(_lines(run))


def _lines(run: Benchmark) -> Iterator[str]:
    yield f"{run.started:%Y-%m-%d %H:%M} UTC, {run.kind}, {run.status} after {run.took:.0f} s"
    if run.reason:
        yield run.reason
    if run.kind == "smoke":
        yield f"{len(run.samples)} rows were asked; a smoke run publishes no number"
        return
    figures = Figures(run)
    passed, samples = figures.passed()
    yield f"{run.machine.processor}, {run.machine.cores} cores, {run.machine.kernel}"
    yield f"{passed} of {samples} samples passed every gate"
    if not figures.samples(run.plan.control.row):
        yield "the run ended before the first round; it has no figure"
        return
    holds = "holds" if figures.control_holds else "does not hold"
    yield f"control: {ratio(figures.control)}; it {holds}"
    yield ""
    yield from _table(figures)
    yield from _crossed(run)


def _table(figures: Figures) -> Iterator[str]:
    for pair in figures.run.plan.headlines:
        load = pair.connections
        loop = "fixed" if load is None else "closed"
        if figures.samples(pair.row, loop, load) and figures.samples(pair.against, loop, load):
            yield _line(figures.finding(pair))


def _line(found: Finding) -> str:
    badge = f"  ({found.marked} samples marked)" if found.marked else ""
    what = "CPU per request" if found.pair.metric == "cpu" else "requests per second"
    return f"{found.pair.question}\n    {what}: {ratio(found.ratio)}  {found.verdict}{badge}"


def ratio(value: Estimate) -> str:
    """Return a ratio with its interval and the number of rounds."""
    return f"{value.middle:.2f} [{value.low:.2f}, {value.high:.2f}], n = {value.n}"


def _crossed(run: Benchmark) -> Iterator[str]:
    for each in run.cross_checks:
        off = each.ours / each.theirs - 1 if each.theirs else 0.0
        yield (
            f"{each.row}: {each.ours:.0f} requests/s here, "
            f"{each.theirs:.0f} by {each.tool} ({off:+.0%})"
        )


def comparison(first: Benchmark, second: Benchmark) -> str:
    """Return the declared comparisons of two records side by side; ratios travel, times do not."""
    figures = Figures(first), Figures(second)
    lines = [f"first:  {_origin(first)}", f"second: {_origin(second)}", ""]
    known = {pair.id: pair for pair in second.plan.headlines}
    for pair in first.plan.headlines:
        if pair.id not in known:
            lines.append(f"{pair.question}\n    only in the first record")
            continue
        one, other = figures[0].finding(pair), figures[1].finding(known[pair.id])
        drift = other.ratio.middle / one.ratio.middle - 1
        word = "agree" if one.verdict is other.verdict else "DISAGREE"
        lines.append(
            f"{pair.question}\n    {ratio(one.ratio)}  {one.verdict}"
            f"\n    {ratio(other.ratio)}  {other.verdict}\n    {word}, drift {drift:+.1%}"
        )
    return "\n".join(lines)


def _origin(run: Benchmark) -> str:
    figures = Figures(run)
    return (
        f"{run.started:%Y-%m-%d %H:%M}, {run.machine.processor}, {run.machine.cores} cores, "
        f"{run.status}, control {ratio(figures.control)}"
    )
