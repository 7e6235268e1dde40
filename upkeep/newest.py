"""Move the compared frameworks and what goes with them to their newest releases.

The pins of pyproject.toml give way to lower bounds, the resolver says which newest versions
fit together, and these become the pins. The data file follows with version and day.
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from packaging.utils import canonicalize_name

from macros import load
from macros.framework import Framework
from macros.load import ROOT
from macros.problems import BadDataError
from probes.records import replace_file
from probes.releases import release
from upkeep.locks import pins

PYPROJECT = ROOT / "pyproject.toml"
_PIN = re.compile(r'"(?P<name>[\w.-]+)(?P<extras>\[[^]]*\])?==(?P<version>[^"]+)"')


def move() -> list[str]:
    """Write the newest versions into both files; return one line for each that moved.

    Raises BadDataError where no versions fit together, LookupError or IndexUnavailableError
    where the index does not know a release. Nothing is written then.
    """
    pyproject = PYPROJECT.read_text(encoding="utf-8")
    data = load.DATA.read_text(encoding="utf-8")
    found = _resolved(relaxed(pyproject))
    moved = {}
    for framework in load.read(load.DATA).frameworks:
        version = found[canonicalize_name(framework.package)]
        if version != framework.version:
            moved[framework] = version
            data = with_version(data, framework, version, release(framework.package, version).date)
    replace_file(PYPROJECT, with_pins(pyproject, found))
    replace_file(load.DATA, data)
    return [f"{each.name} {each.version} -> {version}" for each, version in moved.items()]


def relaxed(pyproject: str) -> list[str]:
    """Return the requirements of the probes and the tests, each pin as a lower bound."""
    groups = tomllib.loads(pyproject)["dependency-groups"]
    return [line.replace("==", ">=") for line in groups["probes"]] + list(groups["test"])


def with_pins(pyproject: str, found: Mapping[str, str]) -> str:
    """Return the file with the pins of the probes at the versions that were found."""
    start, end = pyproject.index("\nprobes = ["), pyproject.index("\ntest = [")

    def pinned(match: re.Match[str]) -> str:
        version = found.get(canonicalize_name(match["name"]), match["version"])
        return f'"{match["name"]}{match["extras"] or ""}=={version}"'

    return pyproject[:start] + _PIN.sub(pinned, pyproject[start:end]) + pyproject[end:]


def with_version(data: str, framework: Framework, version: str, day: date) -> str:
    """Return the data file with another version and day for one framework."""
    block = rf"(?ms)(^  - id: {framework.id}\n.*?^    version: )[^\n]*(\n.*?^    released: )[^\n]*"
    fresh = re.sub(block, rf'\g<1>"{version}"\g<2>{day.isoformat()}', data, count=1)
    if fresh == data:
        what = f"the entry of {framework.id} has no lines version and released"
        raise BadDataError(
            [f"data/comparison.yml:1: {what}; expected them as for the others; write them"]
        )
    return fresh


def _resolved(requirements: Iterable[str]) -> dict[str, str]:
    """Return the newest versions that fit together; raises BadDataError where none do."""
    uv = Path(".venv-test/bin/uv")
    command = [str(ROOT / uv if (ROOT / uv).exists() else "uv"), "pip", "compile", "--quiet"]
    command += ["--universal", "--python-version=3.12", "--upgrade", "--no-header"]
    command += ["--no-annotate", f"--constraint={ROOT / 'requirements/site.txt'}", "-"]
    asked = "\n".join(requirements)
    result = subprocess.run(
        command, input=asked, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if result.returncode:
        raise BadDataError([f"the newest releases do not fit together:\n{result.stderr.strip()}"])
    return {canonicalize_name(name): version for name, version in pins(result.stdout).items()}
