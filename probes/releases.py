"""When a release appeared, and which one is the newest, as the package index tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from packaging.version import InvalidVersion, Version

from probes.package_index import IndexedFile, files


@dataclass(frozen=True)
class Release:
    """A version of a distribution and the day on which it appeared."""

    version: str
    date: date


def newest(name: str) -> Release:
    """Return the newest release of the distribution ``name``.

    Withdrawn files do not count, and pre-releases count only where there is nothing else,
    as installers decide too. Raises LookupError when nothing is left, IndexUnavailableError
    when the index does not answer.
    """
    return newest_of(name, files(name))


def newest_of(name: str, listed: Sequence[IndexedFile]) -> Release:
    """Return the newest release among ``listed``, the index's files of ``name``."""
    offered = [version for file in listed if not file.is_withdrawn and (version := _version(file))]
    if not offered:
        raise LookupError(f"the package index lists no release of {name}")
    final = [version for version in offered if not version.is_prerelease]
    return release_of(name, str(max(final or offered)), listed)


def final_of(listed: Sequence[IndexedFile]) -> dict[str, date]:
    """Return the day of each final release among ``listed``, oldest version first.

    A release counts from its first file that is still offered; pre-releases do not count.
    """
    days: dict[Version, date] = {}
    for file in listed:
        version = _version(file)
        if version and file.uploaded and not (version.is_prerelease or file.is_withdrawn):
            days[version] = min(file.uploaded, days.get(version, file.uploaded))
    return {str(version): days[version] for version in sorted(days)}


def release(name: str, version: str) -> Release:
    """Return the release ``version`` of the distribution ``name`` with its day."""
    return release_of(name, version, files(name))


def release_of(name: str, version: str, listed: Sequence[IndexedFile]) -> Release:
    """Return the release ``version`` with the day on which its first file appeared."""
    wanted = Version(version)
    days = [file.uploaded for file in listed if file.uploaded and _version(file) == wanted]
    if not days:
        raise LookupError(f"the package index gives no date for {name} {version}")
    return Release(version, min(days))


def _version(file: IndexedFile) -> Version | None:
    try:
        return Version(file.version or "")
    except InvalidVersion:
        return None
