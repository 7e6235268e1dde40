"""Ratios, their bootstrap intervals, and the three verdicts. Standard library only.

The bootstrap draws no numbers. How often a value stands in the middle of a resampling is
known exactly, so the same record gives the same page on every machine (the exact bootstrap:
Hutson and Ernst, "The exact bootstrap mean and variance of an L-estimator", 2000). A second
opinion by SciPy stands in the tests.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, reduce
from itertools import accumulate
from math import comb

LOW, HIGH = 0.025, 0.975  # the shares of resamplings that the interval leaves outside
ROUNDING = 1e-9  # of a sum of chances
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
    ranked = sorted((value, owner) for owner, stratum in enumerate(strata) for value in stratum)
    values = [value for value, _ in ranked]
    if not values:
        raise ValueError("no values")
    chances = _middles(_renamed([owner for _, owner in ranked]))
    middles = _middle_values(values, chances)
    return Estimate(median(values), _end(middles, LOW), _end(middles, HIGH), len(values))


def _renamed(owners: Sequence[int]) -> tuple[int, ...]:
    """Return the strata of the ranks, numbered as they come: what is alike is computed once."""
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(owner, len(numbers)) for owner in owners)


def _middle_values(
    ranked: Sequence[float], chances: Mapping[tuple[int, int], float]
) -> dict[float, float]:
    """Return the chance of each value to be the median of a resampling."""
    found: defaultdict[float, float] = defaultdict(float)
    for (lower, upper), chance in chances.items():
        found[(ranked[lower] + ranked[upper]) / 2] += chance
    return found


def _end(middles: Mapping[float, float], share: float) -> float:
    """Return the least value that no more than this share of all resamplings stays below."""
    values = sorted(middles)
    shares = zip(values, accumulate(middles[value] for value in values), strict=True)
    return next(value for value, up_to in shares if up_to >= share - ROUNDING)


@cache
def _middles(owners: tuple[int, ...]) -> dict[tuple[int, int], float]:
    """Return the chance of each two ranks to be the middle ones of a resampling.

    ``owners`` names the stratum of each rank. With an odd number of values both are one.
    """
    ranks = len(owners)
    up_to = [_lower_below(owners, rank) for rank in range(ranks + 1)]
    chances: dict[tuple[int, int], float] = {}
    for lower in range(ranks):
        beyond = [_apart(owners, lower, upper) for upper in range(lower + 1, ranks + 1)]
        for upper in range(lower + 1, ranks):
            chances[lower, upper] = beyond[upper - lower - 1] - beyond[upper - lower]
        chances[lower, lower] = up_to[lower + 1] - up_to[lower] - beyond[0]
    return chances


def _lower_below(owners: tuple[int, ...], rank: int) -> float:
    """Return the chance that the lower one of the two middle ranks is below ``rank``."""
    needed, ranks = (len(owners) + 1) // 2, len(owners)
    return sum(_drawn(owners, rank, rank, draws) for draws in range(needed, ranks + 1))


def _apart(owners: tuple[int, ...], lower: int, upper: int) -> float:
    """Return the chance that ``lower`` is one of two middle ranks, and ``upper`` or more the other.

    Where one rank alone is in the middle, there is none.
    """
    half = len(owners) // 2
    if len(owners) % 2:
        return 0.0
    return _drawn(owners, lower + 1, upper, half) - _drawn(owners, lower, upper, half)


@cache
def _drawn(owners: tuple[int, ...], first: int, last: int, draws: int) -> float:
    """Return the chance that so many draws are of the ``first`` ranks, all others from ``last`` on.

    What draws a rank between the two is not in it.
    """
    *others, final = [
        (owners[:first].count(owner), owners[last:].count(owner), size)
        for owner, size in _sizes(owners)
    ]
    together = reduce(_sum_of, (_chances(*each) for each in others), [1.0])
    return sum(
        chance * _chance(*final, draws - there)
        for there, chance in enumerate(together)
        if 0 <= draws - there <= final[-1]
    )


@cache
def _sizes(owners: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Return each stratum with the number of its values."""
    return tuple(Counter(owners).items())


@cache
def _chances(low: int, high: int, size: int) -> list[float]:
    """Return the chances that of ``size`` draws 0, 1, 2 ... are low, and the others high."""
    return [_chance(low, high, size, draws) for draws in range(size + 1)]


def _chance(low: int, high: int, size: int, draws: int) -> float:
    """Return the chance that of ``size`` draws so many are low, and the others high."""
    return comb(size, draws) * (low / size) ** draws * (high / size) ** (size - draws)


def _sum_of(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """Return the chances of the sum of two independent counts."""
    found = [0.0] * (len(one) + len(other) - 1)
    for here, chance in enumerate(one):
        for there, beside in enumerate(other):
            found[here + there] += chance * beside
    return found
