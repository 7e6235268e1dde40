"""Messages about bad data: where it is, what is wrong, what was expected, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

SHOWN = 100
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, at a path of the data such as ``("rows", 3, "id")``."""

    path: Path
    what: str
    expected: str
    mend: str


@dataclass(frozen=True)
class Located:
    """A problem with the line it stands on and the words that name the place."""

    line: int
    place: str
    problem: Problem

    def text(self, file: str) -> str:
        """Return the message as one line."""
        place = f"{self.place}: " if self.place else ""
        problem = self.problem
        return f"{file}:{self.line}: {place}{problem.what}; {problem.expected}; {problem.mend}"


class BadDataError(Exception):
    """Every problem of the data, one line each, in the order of the file."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(one_line(message) for message in messages)
        shown = list(self.messages[:SHOWN])
        if len(self.messages) > SHOWN:
            shown.append(f"... and {len(self.messages) - SHOWN} more problems")
        super().__init__("\n".join(shown))


def one_line(text: str) -> str:
    """Return ``text`` without what breaks a line, steers a terminal or cannot be printed."""
    return "".join(each if each.isprintable() else "\ufffd" for each in text)


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Return ``did you mean "x"?`` for a near miss, otherwise how to go on."""
    names = list(known)
    near = get_close_matches(str(word), names, n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else f"use one of {', '.join(names)}"
