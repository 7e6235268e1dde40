"""The parts of the benchmark: gates, meters, servers and commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psutil
import pytest

from benchmarks import __main__ as command
from benchmarks import gates, meters, writer
from benchmarks.servers import ServerError, Starter, free_port
from tests.bench_records import record, sample


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
