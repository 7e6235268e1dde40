"""The earlier release lines that history looks at, and a hash-pinned lock for each.

A lock starts from the proving environment: only the framework is set back, and what does
not fit it moves with it. So a difference in what a probe sees has few possible causes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from probes import releases
from probes.package_index import IndexedFile, files

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements"
LOCK = REQUIREMENTS / "test.txt"
GROUPS = ("probes", "test")
RESOLVE_SECONDS = 300.0

_PIN = re.compile(r"^([\w.-]+)==([^\s;]+)", re.M)
_HEAD = re.compile(r"^# line: (\w+) (\S+) (\S+)$", re.M)
_LEFT_OUT = re.compile(r"^# left out: ((\S+) needs .+)$", re.M)
_CONFLICT = re.compile(
    r"([\w.-]+)(?:\[[^\]]*\])?[<>=!]\S* depends\s+on\s+([\w.-]+[<>=!~]\S*[^\s.,])"
)


@dataclass(frozen=True)
class Series:
    """A line to look at, such as Django 5.2; ``beside`` holds other distributions to their line."""

    framework: str
    number: str
    beside: tuple[tuple[str, str], ...] = ()


# Django: the previous release and the long-term one. FastAPI: the minors whose last patch
# appeared nearest to 12 and 6 months before 2026-11-22. Flask: the minor before this one.
SERIES = (
    Series("fastapi", "0.121"),
    Series("fastapi", "0.136"),
    Series("flask", "3.0", beside=(("werkzeug", "3.0"),)),
    Series("django", "5.2"),
    Series("django", "6.0"),
)


@dataclass(frozen=True)
class Line:
    """A locked line: framework, exact version, its day, the lock, and what did not fit."""

    framework: str
    version: str
    released: date
    lock: Path
    left_out: Mapping[str, str]

    @property
    def name(self) -> str:
        """Return the name that its lock, its environment and its record share."""
        return f"{self.framework}-{self.version}"


def read_lines(folder: Path = REQUIREMENTS) -> list[Line]:
    """Return the locked lines, by framework and then from old to new."""
    lines = [read_line(lock) for lock in folder.glob("history-*.txt")]
    return sorted(lines, key=lambda line: (line.framework, Version(line.version)))


def read_line(lock: Path) -> Line:
    """Return the line that ``lock`` pins; raises ValueError without the head that says so."""
    text = lock.read_text(encoding="utf-8")
    head = _HEAD.search(text)
    if head is None:
        raise ValueError(f"{lock.name}:1: expected # line: framework version day; lock it anew")
    left_out: dict[str, str] = {
        canonicalize_name(name): reason for reason, name in _LEFT_OUT.findall(text)
    }
    return Line(head[1], head[2], date.fromisoformat(head[3]), lock, left_out)


def moved(old: str, new: str, framework: str) -> dict[str, str]:
    """Return the distributions that the lock text ``old`` pins otherwise than ``new`` does.

    The framework itself does not count, nor does what only one of the two has.
    """
    now: dict[str, set[str]] = {}
    for name, version in _PIN.findall(new):
        now.setdefault(name, set()).add(version)
    pinned = _PIN.findall(old)
    stayed = {name for name, version in pinned if version in now.get(name, {version})}
    return {name: version for name, version in pinned if name not in stayed | {framework}}


def newest_patch(number: str, listed: Iterable[IndexedFile]) -> str:
    """Return the newest final release of the line ``number`` among ``listed``."""
    wanted = Version(number).release
    versions = {Version(f.version) for f in listed if f.version and not f.is_withdrawn}
    patches = [v for v in versions if v.release[:2] == wanted and not v.is_prerelease]
    if not patches:
        raise LookupError(f"the package index lists no release of the line {number}")
    return str(max(patches))


def set_back(listed: Iterable[str], pins: Mapping[str, str]) -> list[str]:
    """Return the requirements ``listed`` with ``pins`` set and every other bound taken off."""
    names: dict[str, str] = {}
    for text in listed:
        wanted = Requirement(text)
        extras = f"[{','.join(sorted(wanted.extras))}]" if wanted.extras else ""
        key = canonicalize_name(wanted.name)
        names.setdefault(key, f"{key}{extras}" + (f"=={pins[key]}" if key in pins else ""))
    return list(names.values())


def listed_requirements(project: Path = ROOT / "pyproject.toml") -> list[str]:
    """Return what the proving environment is made of, as pyproject.toml lists it."""
    groups = tomllib.loads(project.read_text(encoding="utf-8"))["dependency-groups"]
    return [requirement for group in GROUPS for requirement in groups[group]]


def lock_anew(series: Series, folder: Path = REQUIREMENTS) -> Line:
    """Resolve the newest patch of ``series`` and put its lock in place of the line's old one."""
    indexed = files(series.framework)
    version = newest_patch(series.number, indexed)
    beside = {name: newest_patch(number, files(name)) for name, number in series.beside}
    wanted = set_back(listed_requirements(), {series.framework: version, **beside})
    content, left_out = _resolved_without_misfits(wanted)
    day = releases.release_of(series.framework, version, indexed).date
    head = [f"# line: {series.framework} {version} {day}", *(f"# left out: {r}" for r in left_out)]
    for old in folder.glob(f"history-{series.framework}-{series.number}.*.txt"):
        old.unlink()
    lock = folder / f"history-{series.framework}-{version}.txt"
    lock.write_text("\n".join([*head, content]), encoding="utf-8")
    return read_line(lock)


def _resolved_without_misfits(wanted: Sequence[str]) -> tuple[str, list[str]]:
    """Resolve ``wanted``; leave out, one after the other, what does not fit, with the reason."""
    left_out: list[str] = []
    remaining = list(wanted)
    while True:
        content, complaint = _resolve(remaining)
        if not complaint:
            return content, left_out
        misfit, reason = conflict(complaint, remaining)
        left_out.append(reason)
        remaining.remove(misfit)


def conflict(complaint: str, wanted: Sequence[str]) -> tuple[str, str]:
    """Return the requirement that ``complaint`` of the resolver blames, and the reason.

    Raises RuntimeError with the complaint where it blames none that could be left out.
    """
    names = {canonicalize_name(Requirement(text).name): text for text in wanted if "==" not in text}
    for name, needed in _CONFLICT.findall(complaint):
        if canonicalize_name(name) in names:
            return names[canonicalize_name(name)], f"{name} needs {needed}"
    raise RuntimeError(f"the line cannot be resolved. uv said:\n{complaint.strip()}")


def _resolve(wanted: Sequence[str]) -> tuple[str, str]:
    """Return the lock of ``wanted``, or what the resolver says against it."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "lock.txt"
        # What stands in the output already is what the resolver prefers to keep.
        output.write_text(LOCK.read_text(encoding="utf-8"), encoding="utf-8")
        finished = subprocess.run(
            [uv(), "pip", "compile", "--quiet", "--universal", "--python-version", "3.13",
             "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header",
             "--output-file", str(output), "-"],
            input="\n".join(wanted), capture_output=True, text=True, check=False,
            timeout=RESOLVE_SECONDS,
        )  # fmt: skip
        failed = finished.returncode != 0
        return ("", finished.stderr) if failed else (output.read_text(encoding="utf-8"), "")


def uv() -> str:
    """Return the path of the installer that comes with the requirements of the probes."""
    return str(Path(sys.executable).with_name("uv"))
