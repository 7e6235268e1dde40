"""Records to figures: ratios within a round, their intervals and verdicts, run by run.

Nothing here is stored; every number is computed from the samples each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from macros.resampling import SAME, Estimate, Verdict, estimate, median, verdict
from macros.runs import Benchmark, BenchRow, CrossCheck, Metric, Pair, Sample, Start

NOISY = 1.15  # a control that spans more than this cannot see what is below it
ENOUGH = 0.75  # of the samples must pass the gates before rates and latencies are shown
POOLED = {0.5: 20, 0.9: 100, 0.99: 1000}  # requests that a percentile needs
UNSERVED = inf
FAR_OFF = 0.1  # of what a known tool saw; more than that and the cross-check is marked


class NoFigureError(LookupError):
    """A record has no such figure; the text names what it has."""


@dataclass(frozen=True)
class Finding:
    """What one run says of one comparison, or several ``runs`` together."""

    pair: Pair
    ratio: Estimate
    verdict: Verdict
    marked: int
    runs: int = 1


@dataclass(frozen=True)
class Figures:
    """All that one record says."""

    run: Benchmark

    @cached_property
    def _rows(self) -> dict[str, BenchRow]:
        return {row.id: row for row in self.run.plan.rows}

    @cached_property
    def _ratios(self) -> dict[tuple[str, str, Metric, int | None], Estimate]:
        """Remember what costs a bootstrap."""
        return {}

    @cached_property
    def _samples(self) -> dict[tuple[str, str, int], dict[int, Sample]]:
        """Samples by row, loop and load, then by round: of its turns the least disturbed one."""
        found: dict[tuple[str, str, int], dict[int, Sample]] = {}
        for sample in sorted(self.run.samples, key=_disturbance, reverse=True):
            load = sample.offered if sample.loop == "open" else sample.connections
            found.setdefault((sample.row, sample.loop, load), {})[sample.round] = sample
        return found

    def row(self, row_id: str) -> BenchRow:
        """Return a row of the plan; raises NoFigureError."""
        if row_id not in self._rows:
            raise NoFigureError(f'no row "{row_id}"; there are {", ".join(self._rows)}')
        return self._rows[row_id]

    def rows(self, scenario: str) -> list[BenchRow]:
        """Return the rows of a scenario in the order of the plan."""
        return [row for row in self.run.plan.rows if row.scenario == scenario]

    def samples(self, row_id: str, loop: str = "fixed", load: int | None = None) -> list[Sample]:
        """Return the samples of a row, one a round; empty where it was not measured."""
        load = self.run.plan.connections if load is None else load
        found = self._samples.get((self.row(row_id).id, loop, load), {})
        return [found[number] for number in sorted(found)]

    def cpu(self, row_id: str) -> Estimate:
        """Return the server's CPU for a request, in seconds; raises NoFigureError."""
        return self._estimate(row_id, "cpu", None)

    def rate(self, row_id: str, connections: int | None = None) -> Estimate:
        """Return requests a second, in a closed loop or with the fixed number."""
        return self._estimate(row_id, "rate", connections)

    def _estimate(self, row_id: str, metric: Metric, connections: int | None) -> Estimate:
        values = self._values(row_id, metric, connections)
        if not values:
            raise NoFigureError(f'"{row_id}" has no sample in {self.run.name}')
        return estimate(_strata(values.values()))

    def _values(
        self, row_id: str, metric: Metric, connections: int | None
    ) -> dict[int, tuple[int, float]]:
        """Return, by round, the restart and the value; a sample without an answer has none."""
        loop = "fixed" if connections is None else "closed"
        return {
            sample.round: (
                sample.restart if loop == "fixed" else 0,
                sample.cpu_per_request if metric == "cpu" else sample.rate,
            )
            for sample in self.samples(row_id, loop, connections)
            if sample.requests
        }

    def ratio(self, row_id: str, against: str, metric: Metric = "cpu",
              connections: int | None = None) -> Estimate:  # fmt: skip
        """Return ``row_id`` divided by ``against``, formed within each round."""
        key = (row_id, against, metric, connections)
        if key not in self._ratios:
            self._ratios[key] = self._ratio(*key)
        return self._ratios[key]

    def _ratio(self, row_id: str, against: str, metric: Metric, connections: int | None
               ) -> Estimate:  # fmt: skip
        above = self._values(row_id, metric, connections)
        below = self._values(against, metric, connections)
        shared = sorted(above.keys() & below.keys())
        if not shared:
            raise NoFigureError(f'"{row_id}" and "{against}" share no round in {self.run.name}')
        ratios = [(above[each][0], above[each][1] / below[each][1]) for each in shared]
        return estimate(_strata(ratios))

    def measured(self, pair: Pair) -> bool:
        """Return whether both rows of a comparison were answered in at least one round."""
        known = self._rows.keys() >= {pair.row, pair.against}
        return known and bool(
            self._values(pair.row, pair.metric, pair.connections).keys()
            & self._values(pair.against, pair.metric, pair.connections).keys()
        )

    def shows(self, pair: Pair) -> bool:
        """Return whether a comparison was measured, and its rates may be shown if it is of them."""
        loop = "fixed" if pair.connections is None else "closed"
        return self.measured(pair) and (
            pair.metric == "cpu"
            or all(
                self.shows_rates(each, loop, pair.connections) for each in (pair.row, pair.against)
            )
        )

    def finding(self, pair: Pair) -> Finding:
        """Return what the run says of a declared comparison."""
        ratio = self.ratio(pair.row, pair.against, pair.metric, pair.connections)
        marked = sum(self.marked(each, pair.connections) for each in (pair.row, pair.against))
        return Finding(pair, ratio, verdict(ratio.low, ratio.high, self.band), marked)

    @cached_property
    def control(self) -> Estimate:
        """Return the ratio of a row with itself: the noise of this run."""
        pair = self.run.plan.control
        return self.ratio(pair.row, pair.against, pair.metric)

    @property
    def control_holds(self) -> bool:
        """Return whether the control contains 1 and spans little enough."""
        return self.control.low <= 1 <= self.control.high and self.floor <= NOISY

    @property
    def floor(self) -> float:
        """Return the ratio below which this run saw differences where there were none."""
        return max(self.control.high, 1 / self.control.low)

    @property
    def band(self) -> tuple[float, float]:
        """Return the band of no difference: the usual one, or the control's where it is wider."""
        if self.control_holds:
            return SAME
        return min(SAME[0], 1 / self.floor), max(SAME[1], self.floor)

    @cached_property
    def findings(self) -> list[Finding]:
        """Return the declared comparisons, in the order of the plan."""
        return [self.finding(pair) for pair in self.run.plan.headlines]

    def marked(self, row_id: str, connections: int | None = None) -> int:
        """Return how many samples of a row did not pass a gate."""
        loop = "fixed" if connections is None else "closed"
        return sum(bool(each.marks) for each in self.samples(row_id, loop, connections))

    def shows_rates(self, row_id: str, loop: str = "fixed", load: int | None = None) -> bool:
        """Return whether enough samples passed the gates to show rates and latencies."""
        samples = self.samples(row_id, loop, load)
        passed = sum(not each.marks for each in samples)
        return bool(samples) and passed >= ENOUGH * len(samples)

    def latency(self, row_id: str, rate: int, share: float) -> Estimate | None:
        """Return a percentile of the open loop in seconds, infinite where it was not served.

        It is taken in each round, and estimated from the rounds; None where there are too few
        requests for it.
        """
        samples = self.samples(row_id, "open", rate)
        asked = sum(each.requests + each.unserved + each.errors for each in samples)
        if asked < POOLED[share]:
            return None
        return estimate(_strata((each.restart, _percentile(each, share)) for each in samples))

    def starts(self, framework: str, server: str) -> list[Start]:
        """Return the starts of a framework's small application; each round has one at the least."""
        return [
            each
            for each in self.run.starts
            if each.phase == "closed"
            and self.row(each.row).framework == framework
            and server in self.row(each.row).server
        ]

    def passed(self) -> tuple[int, int]:
        """Return how many samples passed all gates, and how many there are."""
        return sum(not each.marks for each in self.run.samples), len(self.run.samples)


def apart(check: CrossCheck) -> float:
    """Return how far this generator's rate lies from a known tool's, as a share of the latter."""
    return check.ours / check.theirs - 1 if check.theirs else inf


def is_far_off(check: CrossCheck) -> bool:
    """Return whether a cross-check puts the generator in doubt."""
    return abs(apart(check)) > FAR_OFF


def _disturbance(sample: Sample) -> tuple[bool, float]:
    """Order the turns of a round: a neighbor on the processor only ever adds to a cost."""
    return bool(sample.marks), sample.cpu / sample.requests if sample.requests else inf


def _strata(values: Iterable[tuple[int, float]]) -> list[list[float]]:
    found: dict[int, list[float]] = {}
    for restart, value in values:
        found.setdefault(restart, []).append(value)
    return list(found.values())


def _percentile(sample: Sample, share: float) -> float:
    values = [each / 10_000 for each in sorted(sample.latencies)]
    values += [UNSERVED] * (sample.unserved + sample.errors)
    if not values:
        return UNSERVED
    return values[min(len(values) - 1, int(share * len(values)))]


def joint(values: Sequence[Estimate]) -> Estimate:
    """Return several estimates as one: the middle of their middles, and the widest interval."""
    low, high = min(each.low for each in values), max(each.high for each in values)
    middle = median([each.middle for each in values])
    return Estimate(middle, low, high, sum(each.n for each in values))


def over_runs(findings: Sequence[Finding]) -> Finding:
    """Return what several runs say together: the middle of them, and the widest interval.

    A verdict stands only when the runs agree on it and the joint interval does too.
    """
    together = joint([each.ratio for each in findings])
    verdicts = {each.verdict for each in findings}
    agreed = verdicts.pop() if len(verdicts) == 1 else Verdict.NOT_RESOLVED
    said = agreed if agreed is together.verdict else Verdict.NOT_RESOLVED
    marked = sum(each.marked for each in findings)
    return Finding(findings[0].pair, together, said, marked, len(findings))
