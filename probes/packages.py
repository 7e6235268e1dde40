"""Record the releases of the frameworks and of every package that a cell names.

`python -m probes.packages` asks the package index and writes data/evidence/_releases.json,
and _release_days.json beside it: every release of the frameworks, for series by year.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from macros import build_day, load
from macros.evidence import Package, ReleaseDays, Releases
from macros.fields import Record
from macros.ledger import Ledger
from macros.program import exit_code
from probes import records
from probes.package_index import IndexUnavailableError, files
from probes.releases import final_of, newest_of, release_of


def named(ledger: Ledger) -> list[str]:
    """Return the distributions to ask for: the frameworks, then the packages by name."""
    packages = {cell.package for _, _, cell in ledger.cells() if cell.package}
    frameworks = [framework.package for framework in ledger.comparison.frameworks]
    return [*frameworks, *sorted(packages - set(frameworks), key=str.lower)]


def looked_up(name: str) -> Package:
    """Return what the index says of ``name``; raises LookupError where it is not installed."""
    installed = records.installed(name)
    if installed is None:
        raise LookupError(f"{name} is named by a cell and not installed; add it to pyproject.toml")
    listed = files(name)
    tried, last = release_of(name, installed, listed), newest_of(name, listed)
    return Package(
        version=tried.version,
        released=tried.date,
        newest=last.version,
        newest_released=last.date,
    )


def release_days(ledger: Ledger) -> ReleaseDays:
    """Return when each release of the frameworks appeared; asks the index now."""
    names = [framework.package for framework in ledger.comparison.frameworks]
    return ReleaseDays(day=_today(), packages={name: final_of(files(name)) for name in names})


def main() -> int:
    """Write the records whole or not at all; return the exit code."""
    ledger = load.ledger(build_day())
    try:
        packages = {name: looked_up(name) for name in named(ledger)}
        days = release_days(ledger)
    except (LookupError, IndexUnavailableError) as error:
        print(error, file=sys.stderr)
        return 1
    _write(load.RELEASES_FILE, Releases(day=_today(), packages=packages))
    _write(load.RELEASE_DAYS_FILE, days)
    print(f"{len(packages)} packages recorded.")
    return 0


def _today() -> date:
    return datetime.now(UTC).date()


def _write(file: Path, record: Record) -> None:
    content = json.dumps(record.model_dump(mode="json"), indent=2) + "\n"
    records.replace_file(file, content)


if __name__ == "__main__":
    sys.exit(exit_code(main))
