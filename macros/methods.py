"""What changed in the way of measuring, when, and which scenarios it touched.

Records of one comparison are taken together only if nothing that touched its scenario changed
between them. A record tells the number of its method; the first four are older than that, and
their number follows from their samples.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.runs import Benchmark, Sample

LONGEST_FIXED = 1.0  # seconds


@dataclass(frozen=True)
class Change:
    """One change of method: its number, its day, what it was, and the scenarios it touched."""

    number: int
    day: date
    what: str
    touched: frozenset[str] = frozenset()


CHANGES = (
    Change(1, date(2026, 11, 22), "The first way: each waiting sample lasts for a fixed time."),
    Change(
        2, date(2026, 11, 22),
        "On event loops a waiting sample lasts for one whole wave of answers at least; it ended "
        "with the first answer after the shortest time, so it could cut a later wave in two.",
        frozenset({"wait"}),
    ),
    Change(
        3, date(2026, 11, 28),
        "Such a sample ends with a whole wave, however many there are. Open loop: 8 rounds of "
        "1 s with servers anew half-way, where there were 4 of 1.75 s. An answer that is not 200 "
        "no longer counts as one; no earlier record has any. In every scenario each start of a "
        "server draws its own seed for hashes; it was 0, one of those that chance may give, so "
        "that the other scenarios stay comparable.",
        frozenset({"wait"}),
    ),
)  # fmt: skip
CURRENT = CHANGES[-1].number


def method_of(run: Benchmark) -> int:
    """Return the number of the method by which a record was measured."""
    if run.software.method is not None:
        return run.software.method
    return 2 if any(_goes_beyond(each) for each in run.samples) else 1


def _goes_beyond(sample: Sample) -> bool:
    """Return whether a waiting sample lasted longer than the first method lets any last."""
    return sample.loop == "closed" and sample.wall > LONGEST_FIXED


def comparable(one: int, other: int, scenario: str) -> bool:
    """Return whether two methods measure a scenario in the same way."""
    first, last = sorted((one, other))
    return not any(
        scenario in change.touched for change in CHANGES if first < change.number <= last
    )
