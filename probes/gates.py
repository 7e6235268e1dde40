"""What must hold between claims, records and probe files; nothing here runs a probe."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from packaging.utils import canonicalize_name

from macros.evidence import Observation
from macros.framework import Framework
from macros.ledger import Ledger
from macros.model import Row

PROBES = Path(__file__).resolve().parent
LOCK = PROBES.parent / "requirements" / "test.txt"
_PIN = re.compile(r"^([\w.-]+)==([^\s;]+)", re.M)
AGAIN = "run `make prove` and commit the record"


def problems(
    ledger: Ledger, lines: Mapping[str, int], probes: Path = PROBES, lock: Path = LOCK
) -> list[str]:
    """Return one clear message for each claim that lacks its proof, and each proof its claim."""
    found = [
        *_missing_or_wrong_records(ledger, lines),
        *_records_with_other_packages(ledger, lines, lock),
        *_records_of_other_experiments(ledger, lines, probes),
        *_records_without_a_row(ledger),
        *_files_without_a_row(ledger, probes),
        *_functions_that_do_not_match(ledger, lines, probes),
    ]
    return sorted(found)


def _missing_or_wrong_records(ledger: Ledger, lines: Mapping[str, int]) -> Iterator[str]:
    for row, framework, cell in ledger.cells():
        if cell.observed is None:
            continue
        place = _place(row, framework, lines)
        seen = ledger.observation(row.id, framework.id)
        if seen is None:
            yield f"{place}: has no record; expected one in data/evidence/{row.id}.json; {AGAIN}"
            continue
        if seen.observed != cell.observed:
            yield (
                f'{place}: said "{cell.observed}", the record saw "{seen.observed}"; '
                f"expected both to be equal; correct the cell, or {AGAIN}"
            )
        recorded = seen.versions.get(framework.package)
        if recorded != framework.version:
            yield (
                f"{place}: the record is for {framework.name} {recorded}; "
                f"expected {framework.version}; {AGAIN}"
            )


def _records_with_other_packages(
    ledger: Ledger, lines: Mapping[str, int], lock: Path
) -> Iterator[str]:
    """The framework itself is compared with the data, which says what the claims are about."""
    pinned: dict[str, set[str]] = {}
    for name, version in _PIN.findall(lock.read_text(encoding="utf-8")):
        pinned.setdefault(canonicalize_name(name), set()).add(version)
    for row, framework, seen in _seen(ledger):
        for name, version in seen.versions.items():
            known = pinned.get(canonicalize_name(name), {version})
            if name != framework.package and version not in known:
                yield (
                    f"{_place(row, framework, lines)}: the record is with {name} {version}; "
                    f"expected {' or '.join(sorted(known))}, as {lock.name} pins it; {AGAIN}"
                )


def _records_of_other_experiments(
    ledger: Ledger, lines: Mapping[str, int], probes: Path
) -> Iterator[str]:
    for row, framework, seen in _seen(ledger):
        said = _docstrings(probes / row.group / f"{row.id}.py").get(framework.id)
        if said and seen.experiment != said:
            yield (
                f"{_place(row, framework, lines)}: the record is of the experiment "
                f'"{seen.experiment}"; expected "{said}", as its probe says now; {AGAIN}'
            )


def _seen(ledger: Ledger) -> Iterator[tuple[Row, Framework, Observation]]:
    for row, framework, cell in ledger.cells():
        seen = ledger.observation(row.id, framework.id)
        if cell.observed is not None and seen is not None:
            yield row, framework, seen


def _place(row: Row, framework: Framework, lines: Mapping[str, int]) -> str:
    return f"data/comparison.yml:{lines.get(row.id, 1)}: {row.id}, {framework.id}"


def _records_without_a_row(ledger: Ledger) -> Iterator[str]:
    known = {row.id for row in ledger.comparison.rows}
    for name in sorted(set(ledger.evidence) - known):
        yield f"data/evidence/{name}.json:1: no row has this id; expected one; delete the record"


def _files_without_a_row(ledger: Ledger, probes: Path) -> Iterator[str]:
    known = {(row.group, row.id) for row in ledger.comparison.rows}
    for file in sorted(probes.glob("*/*.py")):
        if (file.parent.name, file.stem) not in known:
            yield (
                f"probes/{file.parent.name}/{file.name}:1: no row of the group {file.parent.name} "
                f'has the id "{file.stem}"; expected one; rename or delete the file'
            )


def _functions_that_do_not_match(
    ledger: Ledger, lines: Mapping[str, int], probes: Path
) -> Iterator[str]:
    ids = {framework.id for framework in ledger.comparison.frameworks}
    for row in ledger.comparison.rows:
        name = f"probes/{row.group}/{row.id}.py"
        functions = _docstrings(probes / row.group / f"{row.id}.py")
        claimed = {each for each in ids if row.cells[each].observed is not None}
        for missing in sorted(claimed - functions.keys()):
            framework = ledger.comparison.framework(missing)
            yield (
                f"{_place(row, framework, lines)}: no probe; expected the function {missing}() "
                f"in {name}; write it, or give another kind of evidence"
            )
        for extra in sorted((functions.keys() & ids) - claimed):
            yield f"{name}:1: {extra}() proves no cell; expected observed in the cell; delete one"
        for bare in sorted(each for each in claimed & functions.keys() if not functions[each]):
            yield f"{name}:1: {bare}() has no docstring; expected the experiment; add one"


def _docstrings(file: Path) -> dict[str, str]:
    """Return the functions of a probe file, and what each says its experiment is."""
    if not file.exists():
        return {}
    functions = (
        node
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    )
    return {node.name: " ".join((ast.get_docstring(node) or "").split()) for node in functions}
