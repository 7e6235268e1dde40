"""How an example is run: its commands and variables, with a folder of its own to work in.

The fixture of the tests, ``make run`` and the commands on a page all start from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.topics import Commands, Topic, commands

# Gunicorn's control socket would be one file for all servers of a machine.
ALWAYS = {"PYTHONPATH": "", "GUNICORN_CMD_ARGS": "--no-control-socket"}
DATABASE = "database.sqlite3"


@dataclass(frozen=True)
class Place:
    """Where a program runs: an empty folder, a port, and the folder of its topic."""

    topic: str
    folder: str
    port: str = "{port}"

    def filled(self, words: Sequence[str]) -> list[str]:
        """Return ``words`` with the marks replaced by what they stand for."""
        marks = {"{topic}": self.topic, "{folder}": self.folder, "{port}": self.port}
        return [_replaced(word, marks) for word in words]


def run_of(one: Topic, framework: str, place: Place) -> Commands:
    """Return the commands of one program, filled for ``place``."""
    run = commands(one, framework)
    return Commands(
        [place.filled(words) for words in run.setup],
        [place.filled(words) for words in run.workers],
        place.filled(run.serve),
    )


def variables(one: Topic, place: Place, secret: str) -> dict[str, str]:
    """Return the variables of all processes of a program; ``secret`` is its signing key.

    PYTHONPATH is emptied, because a program must not import what is ours.
    """
    own = {"DATABASE": f"{place.folder}/{DATABASE}", "SECRET_KEY": secret}
    said = dict(zip(one.environment, place.filled(list(one.environment.values())), strict=True))
    return {**ALWAYS, **own, **said}


def place_of(one: Topic, folder: Path, port: int) -> Place:
    """Return the place of a program in ``folder`` on ``port``."""
    return Place(str(one.folder), str(folder), str(port))


def make_command(one: Topic, framework: str) -> str:
    """Return the one command that a reader types in a clone."""
    return f"make run TOPIC={one.id} FRAMEWORK={framework}"


def _replaced(word: str, marks: dict[str, str]) -> str:
    for mark, value in marks.items():
        word = word.replace(mark, value)
    return word
