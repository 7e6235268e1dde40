"""A record as text: what it says, and where two of them differ."""

from __future__ import annotations

from collections.abc import Iterator

from macros import methods
from macros.figures import FAR_OFF, Figures, Finding, apart, is_far_off
from macros.problems import BadDataError
from macros.resampling import Estimate
from macros.runs import Benchmark, Pair


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
    if not figures.measured(run.plan.control):
        yield "the run ended before the first round; it has no figure"
        return
    holds = "holds" if figures.control_holds else "does not hold"
    yield f"control: {ratio(figures.control)}; it {holds}"
    yield ""
    yield from _table(figures)
    yield from _crossed(run)


def _table(figures: Figures) -> Iterator[str]:
    for pair in figures.run.plan.headlines:
        if figures.shows(pair):
            yield _line(figures.finding(pair))
        elif figures.measured(pair):
            yield f"{pair.question}\n    withheld: too many samples are marked"


def _line(found: Finding) -> str:
    badge = f"  ({found.marked} samples marked)" if found.marked else ""
    what = "CPU per request" if found.pair.metric == "cpu" else "requests per second"
    return f"{found.pair.question}\n    {what}: {ratio(found.ratio)}  {found.verdict}{badge}"


def ratio(value: Estimate) -> str:
    """Return a ratio with its interval and the number of rounds."""
    return f"{value.middle:.2f} [{value.low:.2f}, {value.high:.2f}], n = {value.n}"


def _crossed(run: Benchmark) -> Iterator[str]:
    for each in run.cross_checks:
        mark = f"  (more than {FAR_OFF:.0%} apart)" if is_far_off(each) else ""
        yield (
            f"{each.row}: {each.ours:.0f} requests/s here, "
            f"{each.theirs:.0f} by {each.tool} ({apart(each):+.0%}){mark}"
        )


def comparison(first: Benchmark, second: Benchmark) -> str:
    """Return the declared comparisons of two records side by side; ratios travel, times do not.

    Raises BadDataError when one of them has no round.
    """
    runs = Figures(first), Figures(second)
    for each in runs:
        _refuse_empty(each)
    lines = [f"first:  {_origin(runs[0])}", f"second: {_origin(runs[1])}", ""]
    known = {pair.id: pair for pair in second.plan.headlines}
    for pair in first.plan.headlines:
        lines.append(f"{pair.question}\n{_beside(runs, pair, known.get(pair.id))}")
    return "\n".join(lines)


def _refuse_empty(figures: Figures) -> None:
    if not figures.measured(figures.run.plan.control):
        raise BadDataError(
            [
                f"{figures.run.name}.json:1: the run ended before its first round, so there is "
                f"nothing to compare; expected a record with samples of its control "
                f'"{figures.run.plan.control.row}"; run `make bench` for a new one'
            ]
        )


def _beside(runs: tuple[Figures, Figures], pair: Pair, other: Pair | None) -> str:
    """Return what two records say of a comparison, or why they are not compared."""
    if other is None:
        return "    only in the first record"
    for figures, its, place in zip(runs, (pair, other), ("first", "second"), strict=True):
        if not figures.shows(its):
            word = "withheld" if figures.measured(its) else "not measured"
            return f"    {word} in the {place} record"
    first, second = (methods.method_of(figures.run) for figures in runs)
    if not methods.comparable(first, second, runs[0].row(pair.row).scenario):
        return f"    measured in two ways, methods {first} and {second}; not compared"
    one, two = runs[0].finding(pair), runs[1].finding(other)
    drift = two.ratio.middle / one.ratio.middle - 1
    word = "agree" if one.verdict is two.verdict else "DISAGREE"
    told = "\n".join(f"    {ratio(each.ratio)}  {each.verdict}" for each in (one, two))
    return f"{told}\n    {word}, drift {drift:+.1%}"


def _origin(figures: Figures) -> str:
    run = figures.run
    return (
        f"{run.started:%Y-%m-%d %H:%M}, {run.machine.processor}, {run.machine.cores} cores, "
        f"{run.status}, control {ratio(figures.control)}"
    )
