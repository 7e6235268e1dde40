"""The records that programs write: what a probe saw, and what the package index said."""

from __future__ import annotations

from datetime import date

from macros.fields import Identifier, Record, Version


class Observation(Record):
    """What a probe saw for one framework, and under which versions."""

    observed: str
    experiment: str
    versions: dict[str, str]


class Evidence(Record):
    """The record of one row, written by ``python -m probes`` and by nobody else."""

    row: Identifier
    python: str
    cells: dict[Identifier, Observation]


class Run(Record):
    """The last full run of the probes."""

    day: date
    python: str


class Package(Record):
    """A distribution that was tried: its version and day, and the newest known then."""

    version: Version
    released: date
    newest: Version
    newest_released: date


class Releases(Record):
    """What the package index said about the frameworks and every package that a cell names."""

    day: date
    packages: dict[str, Package]


class ReleaseDays(Record):
    """When each final release of the frameworks appeared, as the package index said on ``day``.

    By distribution, then by version, oldest first; what was withdrawn is left out.
    """

    day: date
    packages: dict[str, dict[Version, date]]
