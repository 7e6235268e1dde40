"""The numbers that the tests of the pitfalls assert, so that a page prints what was asserted."""

from __future__ import annotations

from pathlib import Path

from macros import reading
from macros.fields import Record
from macros.problems import did_you_mean
from macros.topics import ROOT

FILE = "examples/pitfalls/asserted.json"
_EXPECTED = "expected names with numbers under numbers; correct it"


class Asserted(Record):
    """The numbers by name; the tests of the pitfalls read them too."""

    numbers: dict[str, int | float]


def asserted(name: str, root: Path = ROOT) -> str:
    """Return one number as a page shows it; raises LookupError with a near name."""
    numbers = reading.record(Asserted, root / FILE, _EXPECTED).numbers
    if name not in numbers:
        raise LookupError(f'no number "{name}" in {FILE}; {did_you_mean(name, [*numbers])}')
    return f"{numbers[name]:g}"
