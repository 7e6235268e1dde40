"""Check all that can be checked before a build: the data, its records, diagrams, examples."""

from __future__ import annotations

from macros import build_day, checks, load
from macros.problems import BadDataError


def check() -> None:
    """Raise BadDataError with every problem, all at once; a build that follows need not look."""
    messages = checks.problems(build_day())
    if messages:
        raise BadDataError(messages)
    checks.vouch(build_day())


def main() -> int:
    """Check, and say how much there is; return the exit code."""
    check()
    data = load.ledger(build_day()).comparison
    cells = len(data.rows) * len(data.frameworks)
    print(f"The data is sound: {len(data.rows)} rows, {cells} cells, {len(data.groups)} groups.")
    return 0
