"""The bootstrap, its verdicts, and a second opinion by SciPy."""

from __future__ import annotations

import itertools
import random
from collections import Counter

import numpy as np
import pytest
from scipy.stats import bootstrap

from macros.resampling import Estimate, Verdict, estimate, median, verdict


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("size", [7, 8, 24])
def test_the_interval_is_the_one_that_scipy_gives(seed: int, size: int) -> None:
    """A median jumps from value to value, so shares are compared and not the ends themselves."""
    chance = random.Random(seed)
    values = [chance.lognormvariate(0, 0.2) for _ in range(size)]
    ours = estimate([values])
    medians = bootstrap(
        (np.array(values),), np.median, n_resamples=10_000, method="percentile",
        rng=np.random.default_rng(seed),
    ).bootstrap_distribution  # fmt: skip
    assert np.mean(medians < ours.low - 1e-12) < 0.032
    assert np.mean(medians <= ours.low + 1e-12) > 0.018
    assert np.mean(medians > ours.high + 1e-12) < 0.032
    assert np.mean(medians >= ours.high - 1e-12) > 0.018
    assert ours.middle == pytest.approx(float(np.median(values)))


@pytest.mark.parametrize(
    "strata",
    [[[1.0, 2.0, 4.0]], [[1.0, 4.0], [2.0, 8.0]], [[1.0, 2.0], [3.0, 4.0, 9.0]], [[5.0, 5.0, 1.0]]],
)
def test_the_interval_is_that_of_all_resamplings_made_one_by_one(strata: list[list[float]]) -> None:
    draws = [itertools.product(each, repeat=len(each)) for each in strata]
    medians = sorted(median(sum(drawn, ())) for drawn in itertools.product(*draws))
    shares = Counter(medians)
    found = estimate(strata)
    for end, share in ((found.low, 0.025), (found.high, 0.975)):
        up_to = sum(times for value, times in shares.items() if value <= end) / len(medians)
        before = sum(times for value, times in shares.items() if value < end) / len(medians)
        assert before < share <= up_to


def test_resampling_stays_inside_each_start_of_the_servers() -> None:
    """Two starts far apart: mixed, whole resamples could come from one of them alone."""
    apart = estimate([[1.0] * 4, [3.0] * 4])
    assert (apart.low, apart.high) == (2.0, 2.0)
    mixed = estimate([[1.0] * 4 + [3.0] * 4])
    assert (mixed.low, mixed.high) == (1.0, 3.0)


def test_the_same_values_give_the_same_interval() -> None:
    values = [[1.0, 1.2, 0.9, 1.1], [1.0, 1.05, 0.95, 1.3]]
    assert estimate(values) == estimate([list(each) for each in values])


def test_the_interval_holds_the_true_median_about_as_often_as_it_says() -> None:
    """Coverage with 8 values; a bootstrap of a median is known to be a little short of 95 %."""
    chance, held = random.Random(7), 0
    for _ in range(150):
        found = estimate([[chance.gauss(1, 0.1) for _ in range(8)]])
        held += found.low <= 1 <= found.high
    assert 0.86 <= held / 150 <= 1.0


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [
        (1.2, 1.4, Verdict.DIFFERENT),
        (0.5, 0.85, Verdict.DIFFERENT),
        (0.95, 1.08, Verdict.SAME),
        (1.0, 1.2, Verdict.NOT_RESOLVED),
        (0.8, 1.3, Verdict.NOT_RESOLVED),
        (0.85, 0.95, Verdict.NOT_RESOLVED),
    ],
)
def test_a_verdict_is_read_off_the_interval(low: float, high: float, word: Verdict) -> None:
    assert verdict(low, high) is word
    assert Estimate(1.0, low, high, 8).verdict is word


def test_no_value_gives_no_estimate() -> None:
    with pytest.raises(ValueError, match="no values"):
        estimate([])


def test_the_median_of_an_even_number_is_between_the_two_middle_ones() -> None:
    assert median([4.0, 1.0, 2.0, 3.0]) == 2.5
    assert median([3.0, 1.0, 2.0]) == 2.0
