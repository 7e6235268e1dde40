"""Numbers of the benchmark in prose, each with its interval, and sentences that a verdict makes."""

from __future__ import annotations

from macros.bench_charts import percent
from macros.bench_parts import span
from macros.bench_results import NOTHING, WITHHELD, Results
from macros.resampling import Verdict


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
    """
    if results.current:
        found = results.together(pair_id)
        seen = found.verdict if found else "withheld"
        if seen != expected:
            raise VerdictChangedError(
                f'the page says "{expected}" of {pair_id}, the records say "{seen}"; '
                "expected both to agree; rewrite the sentence"
            )
    return ""
