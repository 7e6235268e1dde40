"""A claim without its proof, and a proof without its claim, each fail with one clear message."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros import load
from macros.cell import Cell
from macros.evidence import Evidence, Observation, Package, Releases, Run
from macros.framework import Framework
from macros.ledger import Ledger
from macros.levels import State
from probes import gates

TODAY = date(2026, 11, 22)
PROBE = '''"""Post a form."""


def flask() -> str:
    """Post a form to Flask."""
    return "200"


def django() -> str:
    """Post a form to Django."""
    return "403"
'''


def seen(observed: str, package: str, version: str) -> Observation:
    experiment = f"Post a form to {package}."
    return Observation(observed=observed, experiment=experiment, versions={package: version})


@pytest.fixture
def probes(tmp_path: Path) -> Path:
    file = tmp_path / "probes" / "security" / "csrf.py"
    file.parent.mkdir(parents=True)
    file.write_text(PROBE, encoding="utf-8")
    return tmp_path / "probes"


@pytest.fixture
def proved(small_ledger: Ledger) -> Ledger:
    cells = {"flask": seen("200", "Flask", "3.1.3"), "django": seen("403", "Django", "6.1.3")}
    record = Evidence(row="csrf", python="3.13", cells=cells)
    return replace(small_ledger, evidence={"csrf": record})


def with_cell(ledger: Ledger, framework: str, observation: Observation | None) -> Ledger:
    record = ledger.evidence["csrf"]
    cells = {name: cell for name, cell in record.cells.items() if name != framework}
    if observation:
        cells[framework] = observation
    return replace(ledger, evidence={"csrf": record.model_copy(update={"cells": cells})})


def test_claims_with_their_records_and_probes_pass(proved: Ledger, probes: Path) -> None:
    assert gates.problems(proved, {"csrf": 20}, probes) == []


def test_a_claim_that_differs_from_its_record_is_named(proved: Ledger, probes: Path) -> None:
    lying = with_cell(proved, "django", seen("200", "Django", "6.1.3"))
    (message,) = gates.problems(lying, {"csrf": 20}, probes)
    assert message.startswith('data/comparison.yml:20: csrf, django: said "403", the record saw')


def test_a_row_without_evidence_is_named(proved: Ledger, probes: Path) -> None:
    bare = with_cell(proved, "flask", None)
    (message,) = gates.problems(bare, {"csrf": 20}, probes)
    assert "csrf, flask: has no record" in message


def test_a_record_for_another_version_is_named(proved: Ledger, probes: Path) -> None:
    old = with_cell(proved, "django", seen("403", "Django", "6.0.1"))
    (message,) = gates.problems(old, {"csrf": 20}, probes)
    assert "the record is for Django 6.0.1; expected 6.1.3" in message


def test_a_record_with_another_version_of_a_package_is_named(
    proved: Ledger, probes: Path, tmp_path: Path
) -> None:
    lock = tmp_path / "test.txt"
    lock.write_text("flask-wtf==1.3.0 \\\n    --hash=sha256:00\nflask==3.1.3\n", encoding="utf-8")
    flask = proved.evidence["csrf"].cells["flask"]
    with_it = {**flask.versions, "Flask-WTF": "1.3.0"}
    same = with_cell(proved, "flask", flask.model_copy(update={"versions": with_it}))
    assert gates.problems(same, {"csrf": 20}, probes, lock) == []
    with_it["Flask-WTF"] = "1.2.2"
    other = with_cell(proved, "flask", flask.model_copy(update={"versions": with_it}))
    (message,) = gates.problems(other, {"csrf": 20}, probes, lock)
    assert "csrf, flask: the record is with Flask-WTF 1.2.2; expected 1.3.0, as test.txt" in message


def test_a_record_of_another_experiment_is_named(proved: Ledger, probes: Path) -> None:
    django = proved.evidence["csrf"].cells["django"]
    old = with_cell(
        proved, "django", django.model_copy(update={"experiment": "Read a form of Django."})
    )
    (message,) = gates.problems(old, {"csrf": 20}, probes)
    assert 'csrf, django: the record is of the experiment "Read a form of Django."' in message
    assert 'expected "Post a form to Django."' in message


def test_a_record_without_a_row_is_named(proved: Ledger, probes: Path) -> None:
    orphan = Evidence(row="gone", python="3.13", cells={})
    extra = replace(proved, evidence={**proved.evidence, "gone": orphan})
    (message,) = gates.problems(extra, {"csrf": 20}, probes)
    assert message.startswith("data/evidence/gone.json:1: no row has this id")


def test_a_probe_file_without_a_row_is_named(proved: Ledger, probes: Path) -> None:
    (probes / "security" / "gone.py").write_text(PROBE, encoding="utf-8")
    (message,) = gates.problems(proved, {"csrf": 20}, probes)
    assert message.startswith("probes/security/gone.py:1: no row of the group security")


def test_a_claim_without_a_probe_is_named(proved: Ledger, probes: Path) -> None:
    file = probes / "security" / "csrf.py"
    file.write_text(PROBE[: PROBE.index("def django")], encoding="utf-8")
    (message,) = gates.problems(proved, {"csrf": 20}, probes)
    assert "csrf, django: no probe; expected the function django()" in message


def test_a_probe_without_an_experiment_in_words_is_named(proved: Ledger, probes: Path) -> None:
    file = probes / "security" / "csrf.py"
    file.write_text(PROBE.replace('    """Post a form to Flask."""\n', ""), encoding="utf-8")
    (message,) = gates.problems(proved, {"csrf": 20}, probes)
    assert message.startswith("probes/security/csrf.py:1: flask() has no docstring")


def test_the_committed_claims_have_their_proofs(ledger: Ledger) -> None:
    assert gates.problems(ledger, load.row_lines()) == []


def test_at_least_85_percent_of_the_cells_are_proved(ledger: Ledger) -> None:
    states = [cell.observed is not None for _, _, cell in ledger.cells()]
    assert sum(states) / len(states) >= 0.85


def test_a_lie_in_any_group_is_caught(ledger: Ledger) -> None:
    chance = random.Random(2026)
    lines = load.row_lines()
    for group in ledger.comparison.groups:
        for row_id in chance.sample(rows_with_a_probe(ledger, group.id), 3):
            lying, framework = lie(ledger, row_id, chance)
            found = gates.problems(lying, lines)
            assert len(found) == 1, (row_id, found)
            assert f"{row_id}, {framework.id}: said" in found[0]


def rows_with_a_probe(ledger: Ledger, group_id: str) -> list[str]:
    """Return the rows of a group in which there is an observation to lie about."""
    rows = ledger.comparison.rows_of(group_id)
    return [row.id for row in rows if any(cell.observed is not None for cell in row.cells.values())]


def test_a_row_of_quotations_is_no_place_for_a_lie_about_a_probe(ledger: Ledger) -> None:
    rows = {row.id: row for row in ledger.comparison.rows_of("governance")}
    quoted = {name for name, row in rows.items() if all(c.quote for c in row.cells.values())}
    assert quoted
    assert set(rows_with_a_probe(ledger, "governance")).isdisjoint(quoted)


def lie(ledger: Ledger, row_id: str, chance: random.Random) -> tuple[Ledger, Framework]:
    """Return the data with one claim of a row changed, and whose claim it is."""
    named = [f for f in ledger.comparison.frameworks if is_proved(ledger, row_id, f.id)]
    framework = chance.choice(named)
    data = ledger.comparison
    row = data.row(row_id)
    cell = row.cells[framework.id].model_copy(update={"observed": "something else"})
    changed = row.model_copy(update={"cells": {**row.cells, framework.id: cell}})
    rows = tuple(changed if each.id == row_id else each for each in data.rows)
    return replace(ledger, comparison=data.model_copy(update={"rows": rows})), framework


def is_proved(ledger: Ledger, row_id: str, framework_id: str) -> bool:
    cell: Cell = ledger.comparison.cell(row_id, framework_id)
    return cell.observed is not None


def test_stale_and_disagreeing_cells_say_so(proved: Ledger) -> None:
    newer = Package(version="6.1.3", released=TODAY, newest="6.2.0", newest_released=TODAY)
    known = replace(
        proved,
        run=Run(day=TODAY, python="3.13"),
        releases=Releases(day=TODAY, packages={"Django": newer}),
    )
    assert known.state("csrf", "flask") is State.PROVED
    assert known.state("csrf", "django") is State.STALE
    old = replace(known, today=date(2027, 3, 1))
    assert old.state("csrf", "flask") is State.STALE
    lying = with_cell(proved, "flask", seen("500", "Flask", "3.1.3"))
    assert lying.state("csrf", "flask") is State.DISAGREES
