"""The command on each example's page runs its program, and Ctrl-C leaves nothing behind."""

from __future__ import annotations

import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from macros.example_runs import place_of, run_of, variables
from macros.example_shell import run_blocks, shell_lines
from macros.load import ROOT
from macros.topics import FRAMEWORKS, Topic, topic, topics
from upkeep import run_example

PROGRAMS = [(one, framework) for one in topics() for framework in FRAMEWORKS]
NAMES = [f"{one.id}-{framework}" for one, framework in PROGRAMS]
# One without set-up, two with users in a database, one with a worker, one that calls a service.
RUN = [
    ("hello_routing", "django", "/"),
    ("login_sessions", "fastapi", "/login"),
    ("login_sessions", "flask", "/login"),
    ("background_work", "flask", "/reports/none"),
    ("slow_services", "fastapi", "/products/1"),
]
SECONDS = 90


@pytest.fixture
def port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        number: int = listener.getsockname()[1]
        return number


def shown_command(one: Topic, framework: str) -> str:
    """Return the first command of a page's tab."""
    found = re.search(r"^make run .*$", run_blocks(one, framework), re.MULTILINE)
    assert found
    return found[0]


@contextmanager
def running(command: str, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run a command of a page; the environment for it is there and need not be set up."""
    words = [*shlex.split(command), f"PORT={port}", "--assume-old=.venv-test/ready"]
    process = subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        process_group=0,
    )  # fmt: skip
    try:
        yield process
    finally:
        signal_group(process.pid, signal.SIGKILL)
        process.wait()


def signal_group(group: int, signum: int) -> None:
    command = ["kill", f"-{signum}", "--", f"-{group}"]
    subprocess.run(command, capture_output=True, check=False)


def answers(port: int, path: str) -> bool:
    """Wait until something that speaks HTTP answers, whatever its status."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            with urlopen(f"http://127.0.0.1:{port}{path}", timeout=10):
                return True
        except HTTPError:
            return True
        except (URLError, OSError):
            time.sleep(0.2)
    return False


def processes_with(text: str) -> list[str]:
    listing = subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True)
    return [line for line in listing.stdout.splitlines() if text in line]


@pytest.mark.proof
@pytest.mark.parametrize(("topic_id", "framework", "path"), RUN)
def test_the_shown_command_serves_and_ctrl_c_ends_all_that_it_started(
    topic_id: str, framework: str, path: str, port: int
) -> None:
    with running(shown_command(topic(topic_id), framework), port) as process:
        assert answers(port, path)
        signal_group(process.pid, signal.SIGINT)
        said, _ = process.communicate(timeout=SECONDS)
    assert f"http://127.0.0.1:{port}/ until Ctrl-C" in said
    assert processes_with(f":{port}") + processes_with(f"port={port}") == []


@pytest.mark.parametrize(("one", "framework"), PROGRAMS, ids=NAMES)
def test_every_program_has_its_files_its_folder_and_a_long_key(
    one: Topic, framework: str, tmp_path: Path
) -> None:
    place = place_of(one, tmp_path, 8000)
    run = run_of(one, framework, place)
    words = [word for command in (*run.setup, *run.workers, run.serve) for word in command]
    assert not [word for word in words if "{" in word]
    files = [word for word in words if word.startswith(str(ROOT)) and word.endswith(".py")]
    assert all(Path(file).is_file() for file in files)
    known = variables(one, place, "k" * 32)
    assert known["DATABASE"].startswith(str(tmp_path))
    assert len(known["SECRET_KEY"].encode()) >= 32
    assert not set(known) & set(one.faster)


@pytest.mark.parametrize(("one", "framework"), PROGRAMS, ids=NAMES)
def test_the_commands_by_hand_are_the_same_and_a_shell_reads_them(
    one: Topic, framework: str, tmp_path: Path
) -> None:
    lines = list(shell_lines(one, framework))
    run = run_of(one, framework, place_of(one, tmp_path, 8000))
    commands = [*run.setup, *run.workers, run.serve]
    typed = [line for line in lines if line.startswith(".venv-test/bin/python ")]
    folder = f"{ROOT}/"
    assert [read_by_a_shell(line, tmp_path) for line in typed] == [
        [word.replace(folder, "") for word in command] for command in commands
    ]


def read_by_a_shell(line: str, folder: Path) -> list[str]:
    """Return the words after the interpreter, as a shell with FOLDER set would pass them."""
    words = line.removeprefix(".venv-test/bin/python ").removesuffix(" &")
    script = f"export FOLDER={shlex.quote(str(folder))}; printf '%s\\n' {words}"
    ended = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True)
    return ended.stdout.splitlines()


def test_a_variable_that_only_the_tests_set_is_on_no_page() -> None:
    faster = {name for one in topics() for name in one.faster}
    assert faster >= {"TOKEN_SECONDS", "WINDOW_SECONDS", "CACHE_SECONDS"}
    shown = "\n".join(line for one, f in PROGRAMS for line in shell_lines(one, f))
    assert not [name for name in faster if name in shown]


def refused(*words: str) -> str:
    command = [sys.executable, "-m", "upkeep.run_example", *words]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    return ended.stderr


def test_an_unknown_topic_and_an_unknown_framework_get_a_guess() -> None:
    assert "did you mean 'caching'?" in refused("cachingg", "flask")
    assert 'no framework "flsk"; did you mean "flask"?' in refused("caching", "flsk")


def test_a_port_that_is_taken_is_told_with_the_way_out() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        taken = listener.getsockname()[1]
        said = refused("caching", "flask", f"--port={taken}")
    assert said == f"port {taken} is taken; expected a free one; add PORT={taken + 1}\n"


def test_a_setup_that_fails_stops_the_run_with_its_command(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = topic("hello_routing")
    monkeypatch.setitem(one.constants, "SETUP", {"flask": [["-c", "raise SystemExit(3)"]]})
    with pytest.raises(run_example.RunError, match="ended with 3; nothing was served"):
        run_example._run(one, "flask", port)
