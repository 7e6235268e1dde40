"""No dependency without a reason, few of them, each pinned by hash, no address of an index."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.ledger import Ledger
from macros.load import ROOT

MOST_TO_BUILD = 40
MOST_OF_ONE_REASON = 6  # dependencies that share a comment
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


class Listed(NamedTuple):
    """A dependency, the comment behind it, and the last one that stood alone above it."""

    name: str
    behind: str
    above: str


def listed(text: str) -> list[Listed]:
    """Return each dependency of the groups with its reasons; those above end with the group."""
    found, above = [], ""
    for line in text.partition("[dependency-groups]")[2].partition("\n[")[0].splitlines():
        if re.match(r"\w+ = \[", line):
            above = ""
        elif match := re.match(r"  #\s*(.*)", line):
            above = match[1]
        elif match := re.match(r'  "([^"]+)",(?:\s*#\s*(.*))?', line):
            found.append(Listed(match[1], match[2] or "", above))
    return found


def without_a_reason(text: str) -> list[str]:
    """Return the dependencies with no comment, or with one that speaks for too many."""
    alone = [each for each in listed(text) if not each.behind]
    shared = Counter(each.above for each in alone)
    return [
        each.name
        for each in alone
        if len(each.above) < 3 or shared[each.above] > MOST_OF_ONE_REASON
    ]


def rows_named(reason: str) -> list[str]:
    """Return the ids of rows that a reason consists of or ends with."""
    names = reason.rpartition(": ")[2].split(", ")
    return names if all(re.fullmatch(r"[a-z0-9_]+", name) for name in names) else []


def spelled(text: str) -> str:
    return re.sub(r"[-_.]+", "_", text.lower())


def missed(ledger: Ledger, each: Listed) -> Iterator[str]:
    """Yield the rows of a reason that are not there, or that say nothing of the package."""
    package = spelled(re.split(r"[\[<>=]", each.name)[0])
    rows = {row.id: row for row in ledger.comparison.rows}
    for name in rows_named(each.behind):
        if name not in rows:
            yield name
            continue
        probe = ROOT / "probes" / rows[name].group / f"{name}.py"
        said = f"{rows[name].model_dump()} {probe.read_text() if probe.exists() else ''}"
        if package not in spelled(said):
            yield name


def test_every_dependency_has_a_reason() -> None:
    assert len(listed(PYPROJECT)) > 90
    assert without_a_reason(PYPROJECT) == []


def test_a_dependency_without_a_reason_is_noticed() -> None:
    head = "[dependency-groups]\nsite = [\n"
    alone = f'{head}  "a",\n  "b",  # why b\n]\ntest = [\n  "c",\n]\n'
    assert without_a_reason(alone) == ["a", "c"]
    few, many = (f"{head}  # one for all\n" + '  "x",\n' * number + "]\n" for number in (6, 7))
    assert without_a_reason(few) == []
    assert without_a_reason(many) == ["x"] * 7


def test_the_rows_that_a_reason_names_are_there_and_speak_of_the_package(ledger: Ledger) -> None:
    wrong = {each.name: list(missed(ledger, each)) for each in listed(PYPROJECT)}
    assert {name: rows for name, rows in wrong.items() if rows} == {}
    assert sum(bool(rows_named(each.behind)) for each in listed(PYPROJECT)) > 60


@pytest.mark.parametrize("reason", ["csrf_protection, gone", "the form's: sending_email"])
def test_a_reason_that_names_another_row_is_noticed(reason: str, ledger: Ledger) -> None:
    assert list(missed(ledger, Listed("flask-wtf>=1", reason, ""))) == rows_named(reason)[-1:]


def test_the_examples_that_a_reason_names_are_there() -> None:
    named = re.findall(r"example (\w+)", " ".join(each.behind for each in listed(PYPROJECT)))
    assert named
    assert [name for name in named if not (ROOT / "examples" / name).is_dir()] == []


def test_few_packages_build_the_site() -> None:
    text = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    assert len(re.findall(r"(?m)^[\w.-]+==", text)) <= MOST_TO_BUILD


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_pinned_by_hash_without_the_address_of_an_index(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    packages = re.split(r"(?m)^(?=[\w.\[\]-]+==)", text)[1:]
    assert packages
    assert [each.split()[0] for each in packages if "--hash=sha256:" not in each] == []
    assert "://" not in text
    assert not re.search(r"(?m)^(?!\s|#|[\w.\[\]-]+==|$)", text)


def test_every_installation_asks_for_hashes() -> None:
    setup = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
    installs = re.findall(r"(?m)^.*pip install .*$", setup)
    assert len(installs) >= 3
    assert all("--require-hashes" in line for line in installs)


def test_every_package_that_draws_diagrams_has_a_hash() -> None:
    lock = json.loads((ROOT / "diagrams/renderer/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert packages
    assert [name for name, each in packages.items() if "integrity" not in each] == []
