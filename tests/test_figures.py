"""Records to figures: what is compared with what, what counts as noise, what is withheld."""

from __future__ import annotations

from typing import Any

import pytest

from macros.figures import Figures, NoFigureError, over_runs
from macros.resampling import Verdict
from macros.runs import Benchmark
from tests.bench_records import record, sample


@pytest.fixture(scope="module")
def figures() -> Figures:
    return Figures(record())


def with_samples(**changed: object) -> Benchmark:
    """Return the made-up record with every sample changed."""
    made = record()
    samples = tuple(each.model_copy(update=changed) for each in made.samples)
    return made.model_copy(update={"samples": samples})


def test_a_ratio_is_formed_inside_a_round() -> None:
    """Both rows drift by a factor of 10 from round to round; their ratio does not."""
    samples = tuple(
        sample(row, number, cpu=factor * 10**number)
        for number in range(4)
        for row, factor in (("hello_flask_gthread", 1e-4), ("hello_fastapi_uvicorn", 2e-4))
    )
    made = Figures(record().model_copy(update={"samples": samples}))
    found = made.ratio("hello_fastapi_uvicorn", "hello_flask_gthread")
    assert (found.low, found.middle, found.high) == pytest.approx((2, 2, 2))


@pytest.mark.parametrize(
    ("turn", "counts"),
    [({"cpu": 9.0}, False), ({"cpu": 0.01}, True), ({"cpu": 0.01, "marks": ("foreign",)}, False)],
    ids=["dearer", "cheaper", "cheaper but marked"],
)
def test_of_the_turns_of_a_round_the_least_disturbed_counts(
    turn: dict[str, Any], *, counts: bool
) -> None:
    made = record()
    other = sample("hello_flask_gthread", 0, turn=1, **turn)
    both = Figures(made.model_copy(update={"samples": (*made.samples, other)}))
    assert (both.samples("hello_flask_gthread")[0] == other) is counts
    assert len(both.samples("hello_flask_gthread")) == 8


def test_the_control_holds_on_a_quiet_machine(figures: Figures) -> None:
    assert figures.control_holds
    assert figures.band == pytest.approx((0.9, 1 / 0.9))


def test_a_control_that_does_not_hold_widens_the_band_of_no_difference() -> None:
    loud = Figures(record(noise=0.35, seed=3))
    assert not loud.control_holds
    low, high = loud.band
    assert low <= 0.9
    assert high > 1.15


def test_ten_comparisons_were_declared_and_each_gets_a_verdict(figures: Figures) -> None:
    assert len(figures.findings) == 10
    assert {each.verdict for each in figures.findings} <= set(Verdict)


def test_rates_are_withheld_when_too_few_samples_pass_the_gates() -> None:
    assert Figures(record()).shows_rates("hello_flask_gthread")
    loud = Figures(with_samples(marks=("foreign",)))
    assert not loud.shows_rates("hello_flask_gthread")
    assert loud.passed()[0] == 0
    assert loud.cpu("hello_flask_gthread").n == 8, "a mark hides nothing"


def test_a_percentile_needs_enough_requests(figures: Figures) -> None:
    middle = figures.latency("wait_flask_gthread_4", 15, 0.5)
    assert middle is not None
    assert middle.middle == pytest.approx(0.0525, abs=0.003)
    assert middle.n == 4, "a percentile of each round"
    assert figures.latency("wait_flask_gthread_4", 15, 0.9) is not None
    assert figures.latency("wait_flask_gthread_4", 15, 0.99) is None, "120 requests are too few"
    assert figures.latency("wait_fastapi_async", 150, 0.99) is not None


def test_a_request_that_was_not_served_took_forever() -> None:
    made = with_samples(unserved=1000)
    found = Figures(made).latency("wait_fastapi_async", 150, 0.9)
    assert found is not None
    assert found.low == found.high == float("inf")


def test_a_request_that_failed_took_forever() -> None:
    made = with_samples(errors=1000)
    found = Figures(made).latency("wait_fastapi_async", 150, 0.9)
    assert found is not None
    assert found.low == found.high == float("inf")


def test_runs_that_disagree_resolve_nothing() -> None:
    one, other = Figures(record(seed=1)), Figures(record(seed=2))
    first, second = one.findings[0], other.findings[0]
    assert over_runs([first, second]).verdict is first.verdict is second.verdict
    against = second.__class__(second.pair, second.ratio, Verdict.NOT_RESOLVED, 0)
    assert over_runs([first, against]).verdict is Verdict.NOT_RESOLVED


def test_several_runs_together_have_the_widest_interval() -> None:
    found = [Figures(record(seed=seed)).findings[0] for seed in (1, 2, 3)]
    together = over_runs(found)
    assert together.ratio.low == min(each.ratio.low for each in found)
    assert together.ratio.high == max(each.ratio.high for each in found)
    assert together.ratio.n == 24


def test_what_was_not_measured_is_named(figures: Figures) -> None:
    with pytest.raises(NoFigureError, match="there are"):
        figures.cpu("hello_flask_nothing")
    with pytest.raises(NoFigureError, match="no sample"):
        figures.rate("wait_fastapi_async", 77)
