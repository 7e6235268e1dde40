"""The parts of the benchmark: catalog, gates, progress, servers, commands."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path
from typing import Any

import psutil
import pytest
from rich.console import Console

from benchmarks import __main__ as command
from benchmarks import (
    catalog,
    comparisons,
    computing,
    footprint,
    gates,
    machine,
    meters,
    session,
    waiting,
    writer,
)
from benchmarks.plan import TURNS, Options, chosen, plan_of
from benchmarks.progress import Teller
from benchmarks.servers import ServerError, Starter, free_port
from benchmarks.underway import CapError, Run
from macros import methods, runs_file
from macros.load import ROOT
from macros.runs import Sample
from tests.bench_records import record, sample

JOBS = catalog.jobs()
ROWS = {job.row.id: job.row for job in JOBS}


def test_every_row_names_framework_server_code_and_tutorial() -> None:
    assert len(ROWS) == len(JOBS)
    for row in ROWS.values():
        assert row.server
        assert (ROOT / row.source).is_file()
        assert row.command.startswith(("python -m ", "DJANGO_SETTINGS_MODULE="))


def test_every_scenario_has_rows_of_each_framework() -> None:
    for scenario in catalog.SCENARIOS:
        own = {row.framework for row in ROWS.values() if row.scenario == scenario.id}
        assert own >= {"flask", "fastapi"} or scenario.id == "footprint", scenario.id
        assert "django" in own or scenario.id in {"footprint", "call"}, scenario.id


def test_ten_comparisons_are_declared_between_rows_that_exist() -> None:
    assert len(comparisons.HEADLINES) == 10
    assert {"framework", "server", "validator", "client"} <= {
        p.varies for p in comparisons.HEADLINES
    }
    for pair in (*comparisons.HEADLINES, comparisons.CONTROL):
        assert ROWS[pair.row].scenario == ROWS[pair.against].scenario


def test_the_control_is_the_same_row_on_a_server_of_its_own() -> None:
    by_id = {job.row.id: job for job in JOBS}
    one, other = by_id[comparisons.CONTROL.against], by_id[comparisons.CONTROL.row]
    assert one.arguments == other.arguments
    assert one.row.command == other.row.command
    assert one.server_key != other.server_key


def test_django_is_measured_with_its_default_middleware_and_without() -> None:
    bare = ROWS["hello_django_bare_granian"]
    assert "no middleware" in bare.deviations
    assert ROWS["hello_django_granian"].deviations == ROWS["hello_flask_granian"].deviations


@pytest.mark.parametrize(
    ("changed", "mark"),
    [
        ({"foreign": 0.2}, "foreign"),
        ({"generator": 0.4}, "generator"),
        ({"loop": "open", "lag": 0.02}, "lag"),
        ({"in_flight": 12.0}, "little"),
        ({"cut": True}, "cut"),
        ({"errors": 1}, "errors"),
    ],
)
def test_a_gate_marks_what_does_not_pass_it(changed: dict[str, Any], mark: str) -> None:
    assert gates.marks(sample("hello_flask_gthread")) == ()
    assert gates.marks(sample("hello_flask_gthread", **changed)) == (mark,)


def test_littles_law_is_not_asked_of_a_window_shorter_than_the_queue() -> None:
    queue = sample("wait_flask_sync", loop="closed", connections=1000, requests=7, wall=0.35,
                   in_flight=1.0)  # fmt: skip
    assert gates.marks(queue) == ()


def test_progress_says_what_and_how_far_and_how_long_still() -> None:
    output = io.StringIO()
    with Teller(200.0, Console(file=output, width=40)) as teller:
        teller.step("S1, round 1", 50.0)
        teller._told -= 60  # as if a minute had passed
        teller.step("S1, round 2", 50.0)
    assert output.getvalue().startswith(" 25 %  0:00 gone, ")
    assert output.getvalue().endswith(" left  S1, round 2\n")


def test_cpu_of_another_process_is_read_to_less_than_a_hundredth() -> None:
    used = meters.process_cpu(psutil.Process())
    total = sum(number * number for number in range(200_000))
    assert total
    assert 0 < meters.process_cpu(psutil.Process()) - used < 5


def test_a_server_is_stopped_with_its_children_and_nothing_else(tmp_path: Path) -> None:
    program = tmp_path / "server.py"
    program.write_text(
        "import subprocess, sys, http.server\n"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "class Answer(http.server.BaseHTTPRequestHandler):\n"
        "    def do_GET(self):\n"
        "        self.send_response(200)\n"
        "        self.end_headers()\n"
        "http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), Answer).serve_forever()\n"
    )
    starter = Starter(tmp_path, (), {})
    stays = starter.launch(port := free_port(), [str(program), str(port)], {}, "/")
    goes = starter.launch(port := free_port(), [str(program), str(port)], {}, "/")
    try:
        assert len(goes.tree) == 2
        goes.stop()
        assert not any(psutil.pid_exists(each.pid) for each in goes.tree)
        assert all(each.is_running() for each in stays.tree)
        assert goes.ready > 0
    finally:
        stays.stop(at_once=True)


def test_a_server_that_does_not_come_up_says_why(tmp_path: Path) -> None:
    starter = Starter(tmp_path, (), {})
    with pytest.raises(ServerError, match="no such option"):
        starter.launch(free_port(), ["-c", "import sys; sys.exit('no such option')"], {}, "/")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "--rounds", "3"], "at least 8"),
        (["run", "--postgres", "postgresql://u:p@db.example/x"], "only a database on 127.0.0.1"),
        (["run", "--postgres", "postgresql://u:@127.0.0.1@db.example/x"], "only a database on"),
        (["run", "--postgres", "postgresql://db.example/x?a=@127.0.0.1"], "only a database on"),
        (["run", "--postgres", "postgresql://127.0.0.1/x?host=db.example"], "only a database on"),
        (["run", "--postgres", "postgresql://[127.0.0.1/x"], "only a database on"),
        (["run", "--postgres", "postgresql://u:p@127.0.0.1/x"], "expected --into"),
        (["run", "--postgres", "postgresql://127.0.0.1:5432/x"], "expected --into"),
        (["report", "nothing.json"], "nothing.json:1: no such file"),
        (["compare", "one.json", "two.json"], "one.json:1: no such file"),
    ],
)
def test_a_wrong_command_ends_with_one_message(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(arguments) == 1
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


def test_a_report_of_a_record_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    writer.write(record(), tmp_path / "run.json")
    assert command.main(["report", str(tmp_path / "run.json")]) == 0
    assert "same for practical purposes" in capsys.readouterr().out


def test_a_smoke_run_looks_at_counts_and_at_the_blocked_loop() -> None:
    free = sample("wait_fastapi_async", loop="closed", requests=400)
    stuck = sample("wait_fastapi_blocking", loop="closed", requests=10)
    asked = sample("hello_flask_gthread", requests=200)
    smoke = record(kind="smoke", samples=(free, stuck, asked))
    assert command.smoke_problem(smoke) is None
    for changed, words in (
        ({"requests": 199}, "expected 200 answers"),
        ({"requests": 200, "errors": 1}, "refused or broke"),
    ):
        wrong = asked.model_copy(update=changed)
        made = record(kind="smoke", samples=(free, stuck, wrong))
        assert words in str(command.smoke_problem(made))
    quick = record(kind="smoke", samples=(free, free.model_copy(update={"row": stuck.row}), asked))
    assert "not 5 times slower" in str(command.smoke_problem(quick))


def test_a_smoke_run_has_a_row_of_every_kind_in_the_catalog() -> None:
    """A kind is a server, a kind of function, a validator, a client: whatever may not start."""
    smoke = [job.row for job in chosen(Options(seed=1, kind="smoke"))]
    for name in ("server", "scenario", "extra", "handler", "deviations"):
        started, known = (
            {(row.framework, getattr(row, name)) for row in rows} for rows in (smoke, ROWS.values())
        )
        assert started == known, name
    assert len(smoke) < len(ROWS)


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
    made = _run_of(900).record("complete").software
    assert (made.code, made.method) == (machine.code(), methods.CURRENT)


def test_the_record_names_the_boot_and_not_the_machine() -> None:
    one, other = machine.describe(), machine.describe()
    assert one.boot == other.boot
    assert re.fullmatch("[0-9a-f]{12}", str(one.boot))
    assert one.uptime


def test_rows_on_postgresql_say_so() -> None:
    options = Options(seed=1, postgres="postgresql://u@127.0.0.1/x")
    for job in chosen(options):
        assert ("PostgreSQL" in job.row.deviations) == (job.row.scenario == "orm")


def test_a_run_that_is_over_its_time_stops_and_says_where() -> None:
    with pytest.raises(CapError, match="before: S1"):
        _run_of(cap=0.0).step("S1", 1.0)


def _run_of(cap: float) -> Run:
    options = Options(seed=1, cap=cap)
    jobs = chosen(options)
    starter = Starter(Path(), (), {})
    plan = plan_of(options, jobs)
    return Run(options, Path(), Path(), jobs, session.Session(1), plan, starter, starter)


def test_the_order_of_visits_follows_from_the_seed() -> None:
    orders = [[job.row.id for job in _run_of(900).shuffled(JOBS)] for _ in range(2)]
    assert orders[0] == orders[1]
    assert orders[0] != list(ROWS)


def test_a_full_round_visits_each_row_in_every_turn() -> None:
    seen = list(computing.visits(_run_of(900), JOBS[:2], 3, 0))
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


def test_a_stack_counts_what_its_requirements_need() -> None:
    flask = next(stack for stack in footprint.stacks() if stack.framework == "flask")
    assert {"flask", "werkzeug", "jinja2", "gunicorn"} <= set(flask.distributions)
    assert "asgiref" not in flask.distributions, "an extra that nobody asked for"
    assert flask.size > 1_000_000


def test_an_interrupted_run_is_kept_and_marked(tmp_path: Path) -> None:
    run = _run_of(900)
    run.file = tmp_path / "run.json"
    run.keep()
    kept = runs_file.read(run.file)
    assert (kept.status, kept.reason) == ("interrupted", "not finished")
    assert kept.plan.headlines == comparisons.HEADLINES


class Waiting:
    """A run whose servers, checks and samples are made up; it remembers what was done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, left_behind: bool) -> None:
        self.run, self.told = _run_of(900), list[str]()
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
