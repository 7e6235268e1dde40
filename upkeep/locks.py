"""Which packages the locks pin, and which of them a change moves."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PIN = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;]+)", re.M)
_NOWHERE = "none"


def pins(lock: str) -> dict[str, str]:
    """Return the version of each package in the text of a lock; several are joined by "or"."""
    found: dict[str, list[str]] = {}
    for name, version in _PIN.findall(lock):
        if version not in found.setdefault(name, []):
            found[name].append(version)
    return {name: " or ".join(versions) for name, versions in found.items()}


def moved(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """Return a line for each package that is new, gone or of another version, and its locks.

    Both map the name of a lock to its text.
    """
    steps: dict[str, list[str]] = {}
    for lock in sorted(old.keys() | new.keys()):
        before, after = pins(old.get(lock, "")), pins(new.get(lock, ""))
        for name in before.keys() | after.keys():
            was, now = before.get(name, _NOWHERE), after.get(name, _NOWHERE)
            if was != now:
                steps.setdefault(f"{name} {was} -> {now}", []).append(lock)
    return [f"{step} ({', '.join(locks)})" for step, locks in sorted(steps.items())]
