"""Everything that must hold before a page is made, in one list for every way to build."""

from __future__ import annotations

from datetime import date

from macros import (
    chooser,
    claims_file,
    diagrams,
    examples,
    load,
    measurements,
    published,
    runs_file,
)
from macros.problems import BadDataError

_vouched: set[date] = set()


def vouch(day: date) -> None:
    """Spare the build that follows at once the check that has just found nothing."""
    _vouched.add(day)


def before_build(day: date) -> list[str]:
    """Return every problem, or nothing where somebody vouched for this one build."""
    if day in _vouched:
        _vouched.discard(day)
        return []
    return problems(day)


def problems(day: date) -> list[str]:
    """Return every problem of the data, claims, chooser, diagrams and examples, a line each."""
    found = [
        *_of_the_data(day),
        *_of_the_records(day),
        *diagrams.problems(load.ROOT),
        *examples.problems(load.ROOT),
    ]
    return list(dict.fromkeys(found))


def _of_the_records(day: date) -> list[str]:
    try:
        return measurements.problems(load.ledger(day).comparison, runs_file.published())
    except BadDataError as error:
        return list(error.messages)


def _of_the_data(day: date) -> list[str]:
    try:
        data = load.ledger(day).comparison
        claims_file.read_claims(claims_file.CLAIMS, data)
        published.read_redirects(data, published.read_published())
    except BadDataError as error:
        return list(error.messages)
    return chooser.problems(data)
