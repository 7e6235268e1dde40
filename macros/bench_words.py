"""Numbers of the benchmark in prose, each with its interval, and sentences that a verdict makes."""

from __future__ import annotations

from statistics import mean, stdev

from macros.bench_charts import percent
from macros.bench_parts import micro, span
from macros.bench_results import NOTHING, WITHHELD, Results
from macros.figures import Finding
from macros.resampling import Verdict, median
from macros.runs import Metric

DIRECTIONS = ("less", "more")


class VerdictChangedError(ValueError):
    """A sentence of a page rests on a verdict that the records no longer give."""


def rate(results: Results, row_id: str, connections: int) -> str:
    """Return requests a second at a number of connections, or why they are withheld."""
    if not results.current:
        return NOTHING
    if not results.current.shows_rates(row_id, "closed", connections):
        return WITHHELD
    value = results.current.rate(row_id, connections)
    return f"{value.middle:,.0f} requests/s ({value.low:,.0f} to {value.high:,.0f})"


def cpu(results: Results, row_id: str) -> str:
    """Return the server's CPU for a request of a row."""
    return micro(results.current.cpu(row_id)) if results.current else NOTHING


def took(results: Results) -> str:
    """Return how long the complete runs took, and the most that the newest might have."""
    if not results.current:
        return NOTHING
    minutes = [each.run.took / 60 for each in results.complete]
    cap = results.current.run.plan.cap / 60
    return f"{min(minutes):.1f} to {max(minutes):.1f} minutes, {cap:.0f} at the most"


def sample_time(results: Results, loop: str) -> str:
    """Return how long a sample of the newest run lasts: the middle, or the shortest that waits."""
    if not results.current:
        return NOTHING
    walls = [each.wall for each in results.current.run.samples if each.loop == loop]
    return f"{min(walls) if loop == 'closed' else median(walls):.2f} s"


def variation(results: Results, metric: Metric) -> str:
    """Return how far the samples of a row that computes vary, as the middle of all rows."""
    if not results.current:
        return NOTHING
    values: dict[str, list[float]] = {}
    for each in results.current.run.samples:
        if each.loop == "fixed" and each.requests:
            value = each.cpu_per_request if metric == "cpu" else each.rate
            values.setdefault(each.row, []).append(value)
    spreads = [stdev(each) / mean(each) for each in values.values() if len(each) > 1]
    return percent(median(spreads))


def share(results: Results, row_id: str, milliseconds: float) -> str:
    """Return the share of the framework's CPU in a request with that much own work."""
    if not results.current:
        return NOTHING
    value = results.current.cpu(row_id)
    ends = [percent(share_of(each, milliseconds)) for each in (value.low, value.high)]
    return f"{percent(share_of(value.middle, milliseconds))} ({ends[0]} to {ends[1]})"


def share_of(cpu_seconds: float, milliseconds: float) -> float:
    """Return the part that ``cpu_seconds`` has in a request with that much own work."""
    return cpu_seconds / (cpu_seconds + milliseconds / 1000)


def conclusion(results: Results, pair_id: str) -> str:
    """Return a sentence whose words follow from the verdict."""
    if not results.current:
        return f"*{NOTHING.capitalize()}.*"
    found = results.together(pair_id)
    if found is None:
        return f"{results.pair(pair_id).question}: **{WITHHELD}**"
    number = span(found.ratio, "×")
    what = "requests a second" if found.pair.metric == "rate" else "CPU per request"
    words = {
        Verdict.DIFFERENT: f"{'More' if found.ratio.middle > 1 else 'Less'} {what}: {number}.",
        Verdict.SAME: f"No practical difference: {number}.",
        Verdict.NOT_RESOLVED: f"Not resolved: the interval {number} leaves it open.",
    }
    return f"{found.pair.question}: **{words[found.verdict][0].lower()}{words[found.verdict][1:]}**"


def rests_on(results: Results, pair_id: str, expected: str) -> str:
    """Return nothing; raises VerdictChangedError when the records give another verdict.

    For a sentence in prose that a verdict carries: the build stops when it no longer does.
    A sentence that says which way the two differ expects "less" or "more".
    """
    if results.current:
        seen = _seen(results.together(pair_id), expected in DIRECTIONS)
        if seen != expected:
            raise VerdictChangedError(
                f'the page says "{expected}" of {pair_id}, the records say "{seen}"; '
                "expected both to agree; rewrite the sentence"
            )
    return ""


def _seen(found: Finding | None, by_direction: bool) -> str:
    if found is None:
        return "withheld"
    if by_direction and found.verdict is Verdict.DIFFERENT:
        return DIRECTIONS[found.ratio.middle > 1]
    return found.verdict
