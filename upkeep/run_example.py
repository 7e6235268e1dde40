"""Run one example as in production: python -m upkeep.run_example TOPIC FRAMEWORK.

What a topic's test says is set up, started beside the server and served, in a fresh folder.
Everything ends with Ctrl-C, and the folder goes with it.
"""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NoReturn

from macros.example_runs import place_of, run_of, variables
from macros.problems import did_you_mean
from macros.program import exit_code
from macros.topics import FRAMEWORKS, Commands, Topic, topic

STOP_SECONDS = 10.0
LOOK_SECONDS = 0.2


class RunError(Exception):
    """An example that cannot be run; its text says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until Ctrl-C; return 1, with one line, where that is not possible."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _run(topic(options.topic), _known(options.framework), options.port)
    except (LookupError, RunError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m upkeep.run_example", description=__doc__)
    parser.add_argument("topic", metavar="TOPIC", help="a folder of examples/")
    parser.add_argument("framework", metavar="FRAMEWORK", help=", ".join(FRAMEWORKS))
    parser.add_argument("--port", type=int, default=8000, help="where to listen (%(default)s)")
    return parser


def _known(framework: str) -> str:
    if framework not in FRAMEWORKS:
        raise LookupError(f'no framework "{framework}"; {did_you_mean(framework, [*FRAMEWORKS])}')
    return framework


def _run(one: Topic, framework: str, port: int) -> NoReturn:
    _must_be_free(port)
    with tempfile.TemporaryDirectory(prefix=f"{one.id}-") as name:
        place = place_of(one, Path(name), port)
        run = run_of(one, framework, place)
        environment = {**os.environ, **variables(one, place, secrets.token_urlsafe(32))}
        for words in run.setup:
            _set_up(words, name, environment)
        print(f"{one.title}, {FRAMEWORKS[framework]}: http://127.0.0.1:{port}/ until Ctrl-C")
        sys.stdout.flush()
        _until_one_ends(run, name, environment)


def _must_be_free(port: int) -> None:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError as error:
            raise RunError(
                f"port {port} is taken; expected a free one; add PORT={port + 1}"
            ) from error


def _set_up(words: Sequence[str], folder: str, environment: Mapping[str, str]) -> None:
    ended = subprocess.run([sys.executable, *words], cwd=folder, env=environment, check=False)
    if ended.returncode != 0:
        raise RunError(f"{' '.join(words)} ended with {ended.returncode}; nothing was served")


def _until_one_ends(run: Commands, folder: str, environment: Mapping[str, str]) -> NoReturn:
    """Start workers and server; wait until one of them ends by itself, then end the others."""
    with ExitStack() as stack:
        started = [
            (words, stack.enter_context(_started(words, folder, environment)))
            for words in (*run.workers, run.serve)
        ]
        while True:
            for words, process in started:
                if process.poll() is not None:
                    raise RunError(f"{' '.join(words)} ended with {process.returncode}")
            time.sleep(LOOK_SECONDS)


@contextmanager
def _started(
    words: Sequence[str], folder: str, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process that leads a group of its own, and in the end stop the whole group."""
    process = subprocess.Popen(
        [sys.executable, *words], cwd=folder, env=environment, process_group=0
    )
    try:
        yield process
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    for signum in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, signum)
            process.wait(STOP_SECONDS)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


if __name__ == "__main__":
    sys.exit(exit_code(main))
