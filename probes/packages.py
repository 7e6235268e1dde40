"""Record the releases of the frameworks and of every package that a cell names.

`python -m probes.packages` asks the package index and writes data/evidence/_releases.json.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from macros import build_day, load
from macros.evidence import Package, Releases
from macros.ledger import Ledger
from macros.program import exit_code
from probes import records
from probes.package_index import IndexUnavailableError, files
from probes.releases import newest_of, release_of


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


def main() -> int:
    """Write the record whole or not at all; return the exit code."""
    try:
        packages = {name: looked_up(name) for name in named(load.ledger(build_day()))}
    except (LookupError, IndexUnavailableError) as error:
        print(error, file=sys.stderr)
        return 1
    releases = Releases(day=datetime.now(UTC).date(), packages=packages)
    content = json.dumps(releases.model_dump(mode="json"), indent=2) + "\n"
    records.replace_file(load.RELEASES_FILE, content)
    print(f"{len(packages)} packages recorded.")
    return 0


if __name__ == "__main__":
    sys.exit(exit_code(main))
