"""Ratios, their bootstrap intervals, and the three verdicts. Standard library only.

The bootstrap is seeded, so the same record gives the same page. A second opinion by SciPy
stands in the tests.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import itemgetter
from typing import Any

RESAMPLES = 4000
SEED = 20261122
SAME = (0.9, 1 / 0.9)  # a ratio in here makes no difference in practice


class Verdict(StrEnum):
    """What an interval of a ratio says."""

    DIFFERENT = "different"
    SAME = "same for practical purposes"
    NOT_RESOLVED = "not resolved"


@dataclass(frozen=True)
class Estimate:
    """A median with its 95 % interval, of ``n`` values."""

    middle: float
    low: float
    high: float
    n: int

    @property
    def verdict(self) -> Verdict:
        """Return what the interval says against the band of no practical difference."""
        return verdict(self.low, self.high)


def verdict(low: float, high: float, band: tuple[float, float] = SAME) -> Verdict:
    """Return ``different`` when the interval lies outside the band, ``same`` when inside."""
    if high < band[0] or low > band[1]:
        return Verdict.DIFFERENT
    if low >= band[0] and high <= band[1]:
        return Verdict.SAME
    return Verdict.NOT_RESOLVED


def median(values: Sequence[float]) -> float:
    """Return the middle of ``values``, or the mean of the two middle ones."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def estimate(strata: Sequence[Sequence[float]]) -> Estimate:
    """Return the median of all values with its bootstrap interval.

    ``strata`` are the values of each start of the servers; resampling stays inside them.
    Raises ValueError when there is no value.
    """
    values = [value for stratum in strata for value in stratum]
    if not values:
        raise ValueError("no values")
    if len(values) == 1:
        return Estimate(values[0], values[0], values[0], 1)
    shape = tuple(len(stratum) for stratum in strata if stratum)
    medians = _medians(tuple(values), shape)
    return Estimate(
        median(values), _quantile(medians, 0.025), _quantile(medians, 0.975), len(values)
    )


@cache  # several pages show the same figure
def _medians(values: tuple[float, ...], shape: tuple[int, ...]) -> list[float]:
    """Return the medians of all resamplings, in order; few of them differ."""
    upper = len(values) // 2
    lower = upper if len(values) % 2 else upper - 1
    counts: Counter[float] = Counter()
    for pick, times in _picks(shape):
        ordered = sorted(pick(values))
        counts[(ordered[lower] + ordered[upper]) / 2] += times
    return [middle for middle in sorted(counts) for _ in range(counts[middle])]


@cache
def _picks(shape: tuple[int, ...]) -> tuple[tuple[Any, int], ...]:
    """Return resamplings of values in strata of these sizes, and how often each was drawn.

    They are the same ones on every machine.
    """
    chance = random.Random(SEED)
    starts = [sum(shape[:place]) for place in range(len(shape))]
    picks: Counter[tuple[int, ...]] = Counter()
    for _ in range(RESAMPLES):
        places = [
            start + int(chance.random() * size)
            for start, size in zip(starts, shape, strict=True)
            for _ in range(size)
        ]
        picks[tuple(sorted(places))] += 1
    return tuple((itemgetter(*places), times) for places, times in picks.items())


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile with linear interpolation, as NumPy's default does."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    if ordered[above] == ordered[below]:  # also where both are infinite
        return ordered[below]
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
