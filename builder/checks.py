"""Check all that can be checked before a build: the data, its records, diagrams, examples."""

from __future__ import annotations

from macros import build_day, chooser, claims_file, diagrams, examples, load
from macros.problems import BadDataError


def check() -> None:
    """Raise BadDataError with every problem of the data, diagrams and examples, all at once."""
    messages: list[str] = []
    try:
        data = load.ledger(build_day()).comparison
        claims_file.read_claims(claims_file.CLAIMS, data)
        messages += chooser.problems(data)
    except BadDataError as error:
        messages += error.messages
    messages += diagrams.problems(load.ROOT)
    messages += examples.problems(load.ROOT)
    if messages:
        raise BadDataError(messages)


def main() -> int:
    """Check, and say how much there is; return the exit code."""
    check()
    data = load.ledger(build_day()).comparison
    cells = len(data.rows) * len(data.frameworks)
    print(f"The data is sound: {len(data.rows)} rows, {cells} cells, {len(data.groups)} groups.")
    return 0
