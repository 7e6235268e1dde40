"""A run of the benchmark: whom it visits when, what it tells, how it ends, what it records."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks import catalog, comparisons, computing, machine, session, waiting
from benchmarks.plan import TURNS, Options, chosen, plan_of
from benchmarks.progress import Teller
from benchmarks.servers import Starter
from benchmarks.underway import CapError, Run
from macros import methods, runs_file
from macros.runs import Sample
from tests.bench_records import sample

JOBS = catalog.jobs()
ROWS = [job.row.id for job in JOBS]


def run_of(cap: float) -> Run:
    options = Options(seed=1, cap=cap)
    jobs = chosen(options)
    starter = Starter(Path(), (), {})
    plan = plan_of(options, jobs)
    return Run(options, Path(), Path(), jobs, session.Session(1), plan, starter, starter)


def test_progress_says_what_and_how_far_and_how_long_still() -> None:
    output = io.StringIO()
    with Teller(200.0, Console(file=output, width=40)) as teller:
        teller.step("S1, round 1", 50.0)
        teller._told -= 60  # as if a minute had passed
        teller.step("S1, round 2", 50.0)
    assert output.getvalue().startswith(" 25 %  0:00 gone, ")
    assert output.getvalue().endswith(" left  S1, round 2\n")


def test_a_run_that_is_over_its_time_stops_and_says_where() -> None:
    with pytest.raises(CapError, match="before: S1"):
        run_of(cap=0.0).step("S1", 1.0)


def test_the_order_of_visits_follows_from_the_seed() -> None:
    orders = [[job.row.id for job in run_of(900).shuffled(JOBS)] for _ in range(2)]
    assert orders[0] == orders[1]
    assert orders[0] != ROWS


def test_a_full_round_visits_each_row_in_every_turn() -> None:
    seen = list(computing.visits(run_of(900), JOBS[:2], 3, 0))
    assert Counter((visit.job.row.id, visit.turn) for visit in seen) == Counter(
        (job.row.id, turn) for job in JOBS[:2] for turn in range(TURNS)
    )
    assert {visit.round for visit in seen} == {3}


def test_a_schedule_is_the_same_for_every_row_of_a_round() -> None:
    made = session.Session(seed=5)
    one, other = JOBS[0], JOBS[1]
    gaps = [made._gaps(session.Visit(job, 2, 0, 0), 15, 2.0) for job in (one, other)]
    assert gaps[0] == gaps[1]
    assert made._gaps(session.Visit(one, 3, 0, 0), 15, 2.0) != gaps[0]


def test_an_interrupted_run_is_kept_and_marked(tmp_path: Path) -> None:
    run = run_of(900)
    run.file = tmp_path / "run.json"
    run.keep()
    kept = runs_file.read(run.file)
    assert (kept.status, kept.reason) == ("interrupted", "not finished")
    assert kept.plan.headlines == comparisons.HEADLINES


class Waiting:
    """A run whose servers, checks and samples are made up; it remembers what was done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, left_behind: bool) -> None:
        self.run, self.told = run_of(900), list[str]()
        made = sample("wait_flask_sync", unserved=1 if left_behind else 0, loop="closed",
                      connections=1000 if left_behind else 1, requests=10, wall=0.5)  # fmt: skip
        monkeypatch.setattr(self.run, "start", lambda *_: self)
        monkeypatch.setattr(self.run, "keep", lambda: None)
        monkeypatch.setattr(self.run.session, "check", lambda _job, _port, when: self.tell(when))
        monkeypatch.setattr(self.run.session, "open", lambda *_: self.tell("sample", made))
        monkeypatch.setattr(waiting, "_at_level", lambda *_: self.tell("sample", made))
        monkeypatch.setattr(waiting, "_can_serve", lambda *_: True)
        monkeypatch.setattr("uvloop.run", lambda work: work.close())
        self.port = 1

    def tell(self, word: str, gives: Sample | None = None) -> Sample | None:
        self.told.append(word)
        return gives

    def drain(self, _limit: float) -> bool:
        return True

    def stop(self, *, at_once: bool) -> None:
        assert at_once
        self.tell("stop")


def test_a_waiting_server_is_checked_around_its_levels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each check after a level is the one before the next; a new round has one of its own."""
    made = Waiting(monkeypatch, left_behind=False)
    waiting.sweep(made.run, JOBS[-1:], (1, 10))
    one_round = ["before", "sample", "after", "sample", "after"]
    assert made.told == [*one_round * 4, "stop", *one_round * 4, "stop"]


def test_a_server_left_with_a_backlog_is_ended_and_the_next_one_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = Waiting(monkeypatch, left_behind=True)
    waiting.sweep(made.run, JOBS[-1:], (1, 10))
    assert made.told == ["before", "sample", "stop"] * 16


def test_an_open_loop_is_checked_before_and_after_and_starts_anew_half_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = Waiting(monkeypatch, left_behind=False)
    waiting.offer(made.run, JOBS[-1:])
    assert made.told == 2 * [*["before", "sample", "after"] * 8, "stop"]


def test_the_record_names_the_measuring_code(tmp_path: Path) -> None:
    (tmp_path / "apps").mkdir()
    (tmp_path / "apps" / "page.html").write_text("a")
    (tmp_path / "gates.py").write_text("a")
    (tmp_path / "run.json").write_text("a")
    before = machine.code(tmp_path)
    (tmp_path / "run.json").write_text("b")
    assert machine.code(tmp_path) == before, "a record is not code"
    for changed in ("gates.py", "apps/page.html"):
        (tmp_path / changed).write_text("b")
        assert machine.code(tmp_path) != before
        before = machine.code(tmp_path)
    made = run_of(900).record("complete").software
    assert (made.code, made.method) == (machine.code(), methods.CURRENT)


def test_the_record_names_the_boot_and_not_the_machine() -> None:
    one, other = machine.describe(), machine.describe()
    assert one.boot == other.boot
    assert re.fullmatch("[0-9a-f]{12}", str(one.boot))
    assert one.uptime
