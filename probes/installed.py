"""Count what installing an example's packages brings, and write data/evidence/_installed.json.

The metadata of the installed distributions says what each needs. Markers are read as for one
machine, CPython 3.13 on Linux, so that the count is the same wherever it is made.
`python -m probes.installed` writes the record.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from macros.example_counts import INSTALLED
from macros.program import exit_code
from macros.topics import FRAMEWORKS, ROOT, Topic, topics
from probes import records

MACHINE = {
    "implementation_name": "cpython", "implementation_version": "3.13.0", "os_name": "posix",
    "platform_machine": "x86_64", "platform_python_implementation": "CPython",
    "platform_release": "", "platform_system": "Linux", "platform_version": "",
    "python_full_version": "3.13.0", "python_version": "3.13", "sys_platform": "linux",
}  # fmt: skip
# An import does not tell which extra a program needs.
EXTRAS = {"pwdlib": "pwdlib[argon2]"}


def distributions(names: Iterable[str]) -> set[str]:
    """Return the names of all distributions that installing ``names`` brings, themselves too."""
    waiting = [Requirement(EXTRAS.get(name, name)) for name in names]
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted = waiting.pop()
        for extra in ("", *wanted.extras):
            key = (canonicalize_name(wanted.name), extra)
            if key not in seen:
                seen.add(key)
                waiting += _needs(wanted.name, extra)
    return {name for name, _ in seen}


def _needs(name: str, extra: str) -> Iterator[Requirement]:
    for line in requires(name) or ():
        need = Requirement(line)
        if need.marker is None or need.marker.evaluate({**MACHINE, "extra": extra}):
            yield need


def counts(found: Iterable[Topic]) -> dict[str, dict[str, int]]:
    """Return the number of distributions of each program, the framework's own included."""
    return {
        one.id: {
            framework: len(distributions([framework, *one.packages(framework)]))
            for framework in FRAMEWORKS
        }
        for one in found
    }


def main() -> int:
    """Write the record."""
    found = {"topics": dict(sorted(counts(topics()).items()))}
    records.replace_file(ROOT / INSTALLED, json.dumps(found, indent=2) + "\n")
    print(f"{len(found['topics'])} topics counted.")
    return 0


if __name__ == "__main__":
    sys.exit(exit_code(main))
