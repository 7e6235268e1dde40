"""Cells that say *measured*: their numbers come from the records, or the build stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros import checks, proofs, runs_file
from macros.ledger import Ledger
from macros.measurements import MEASUREMENTS, problems
from macros.model import Comparison
from macros.view import View
from tests.bench_records import record

RUNS = [record(seed=seed) for seed in (1, 2)]


def measured(data: Comparison, **changed: str) -> Comparison:
    """Return the small data with a measured cell of Flask; its made-up request takes 0.25 ms."""
    row = data.rows[0]
    claim = {"observed": None, "measured": "request_cpu", "answer": "0.251 ms of CPU", **changed}
    cells = {**row.cells, "flask": row.cells["flask"].model_copy(update=claim)}
    return data.model_copy(update={"rows": (row.model_copy(update={"cells": cells}),)})


def test_a_number_inside_the_interval_of_the_records_stands(small_ledger: Ledger) -> None:
    assert problems(measured(small_ledger.comparison), RUNS) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"answer": "0.4 ms of CPU"}, "is not what the records say; expected 0.25 to 0.254"),
        ({"answer": "very little"}, 'no number in "very little"'),
        ({"measured": "happiness"}, "expected one of request_cpu, start_cpu"),
        ({"measured": "start_cpu"}, "expected 350 to 350 ms"),
    ],
)
def test_what_the_records_do_not_bear_out_is_named(
    changed: dict[str, str], words: str, small_ledger: Ledger
) -> None:
    (found,) = problems(measured(small_ledger.comparison, **changed), RUNS)
    assert found.startswith("data/comparison.yml:1: csrf, flask: ")
    assert words in found


def test_no_measured_cell_stands_without_a_complete_run(small_ledger: Ledger) -> None:
    (found,) = problems(measured(small_ledger.comparison), [record(status="capped")])
    assert "run `make bench`" in found


def test_the_proof_of_a_measured_cell_shows_every_run(small_ledger: Ledger) -> None:
    view = View(replace(small_ledger, comparison=measured(small_ledger.comparison)), runs=RUNS)
    shown = proofs.framework_proofs(view, "security", "flask", {}, "https://example.org")
    assert "▲ Measured" in shown
    assert shown.count("95 %") == 2
    assert "n = 8, Flask 3.1.3" in shown
    assert 'href="performance/cost/#hello"' in shown
    assert "make bench" in shown


def test_the_committed_measured_cells_agree_with_the_committed_records(ledger: Ledger) -> None:
    cells = [cell.measured for *_, cell in ledger.cells() if cell.measured]
    assert set(cells) == set(MEASUREMENTS), "each figure is used"
    assert problems(ledger.comparison, runs_file.published()) == []


def test_a_build_stops_at_a_measured_cell_that_disagrees(
    monkeypatch: pytest.MonkeyPatch, ledger: Ledger
) -> None:
    monkeypatch.setattr(runs_file, "published", lambda: (record(seed=7, noise=0.01),))
    assert any("is not what the records say" in each for each in checks.problems(ledger.today))
