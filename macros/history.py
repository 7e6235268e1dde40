"""What the same probes saw with earlier versions: the records, and how they are read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros import reading
from macros.fields import Identifier, Record, Short, Version
from macros.problems import BadDataError

_WRITTEN = "expected a record as `make prove-history` writes it; run it again"


class Seen(Record):
    """What one probe saw, or the kind of error that ended it, or why it was not run."""

    observed: Annotated[str, Field(min_length=1, max_length=400)] | None = None
    error: Short | None = None
    not_run: Annotated[str, Field(min_length=3, max_length=200)] | None = None

    @model_validator(mode="after")
    def _is_one_of_three(self) -> Self:
        if sum(each is not None for each in (self.observed, self.error, self.not_run)) != 1:
            raise ValueError("expected exactly one of observed, error and not_run")
        return self


class HistoryRecord(Record):
    """What all probes of one framework saw with one earlier version of it.

    ``moved`` names the other distributions whose versions differ from the current run's,
    because the current ones do not fit the earlier framework.
    """

    framework: Identifier
    version: Version
    released: date
    python: str
    moved: dict[str, str]
    rows: dict[Identifier, Seen]

    @property
    def number(self) -> tuple[int, ...]:
        """Return the version as numbers, to sort by."""
        return numbers(self.version)


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, which compare as versions do."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


def read_history(folder: Path) -> list[HistoryRecord]:
    """Return the records of ``folder``, from old to new; raises BadDataError with every bad one."""
    records: list[HistoryRecord] = []
    messages: list[str] = []
    for file in sorted(folder.glob("*.json")):
        try:
            records.append(reading.record(HistoryRecord, file, _WRITTEN))
        except BadDataError as error:
            messages += error.messages
    if messages:
        raise BadDataError(messages)
    return sorted(records, key=lambda record: (record.framework, record.number))
