"""Stale, disagreeing and lying cells are shown where they occur, and a lie stops the release."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from macros import load, proofs, prose, tables
from macros.ledger import Ledger
from macros.load import ROOT
from macros.view import View

LIES = (
    ("csrf_protection", "django", "403", "200"),
    ("thread_limit", "fastapi", None, "80 threads"),
    ("clean_install_distributions", "flask", None, "3"),
)


def rewritten(text: str, row: str, framework: str, lie: str) -> str:
    """Return the data with the observed value of one cell replaced."""
    start = text.index(f"  - id: {row}\n")
    start = text.index(f"      {framework}:\n", start)
    place = re.compile(r"(        observed: )(.*)\n").search(text, start)
    assert place is not None
    return f'{text[: place.start()]}{place[1]}"{lie}"\n{text[place.end() :]}'


@pytest.fixture(scope="module")
def lying(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    text = load.DATA.read_text(encoding="utf-8")
    for row, framework, _, lie in LIES:
        text = rewritten(text, row, framework, lie)
    file = tmp_path_factory.mktemp("data") / "comparison.yml"
    file.write_text(text, encoding="utf-8")
    return Ledger(load.read(file), date(2026, 11, 22), load.evidence(load.EVIDENCE))


def test_a_disagreeing_cell_shows_both_values_in_its_proof(lying: Ledger) -> None:
    html = proofs.framework_proofs(
        View(lying), "security", "django", {}, "https://example.org/repo"
    )
    part = html[html.index("#csrf_protection-django") :]
    assert (
        part.index("≠ Disagrees") < part.index("<code>200</code>") < part.index("<code>403</code>")
    )


def test_a_disagreeing_cell_is_marked_in_tables_citations_and_the_score(lying: Ledger) -> None:
    view = View(lying)
    table = tables.group_table(view, "security")
    cell = table[table.index('id="csrf_protection-django"') :]
    assert 'data-state="disagrees"' in cell[:200]
    assert "≠ disagrees" in prose.cite(view, "csrf_protection", "django")
    assert f"<dd>{len(LIES)}</dd>" in prose.score(view)


def test_after_ninety_days_without_a_run_cells_are_stale() -> None:
    later = load.ledger(date(2027, 6, 1))
    assert "◷ Stale" in tables.matrix(View(later))
    assert "● Proved" not in tables.matrix(View(later))


def test_the_day_of_a_build_comes_from_the_environment() -> None:
    code = "from macros import build_day; print(build_day())"
    second = str(int(datetime(2027, 6, 1, tzinfo=UTC).timestamp()))
    variables = {**os.environ, "SOURCE_DATE_EPOCH": second}
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "2027-06-01"


def test_each_record_says_for_which_versions_it_speaks() -> None:
    for file in sorted(load.EVIDENCE.glob("[a-z]*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        assert record["row"] == file.stem
        assert all(cell["versions"] for cell in record["cells"].values()), file


def test_no_record_holds_a_path_or_a_port_of_a_machine() -> None:
    noise = re.compile(r"/(home|root|tmp|Users|work)/|127\.0\.0\.1:\d+")
    for file in Path(load.EVIDENCE).glob("[a-z]*.json"):
        assert not noise.search(file.read_text(encoding="utf-8")), file


def test_the_release_days_of_the_frameworks_are_those_of_the_index(ledger: Ledger) -> None:
    assert ledger.releases is not None
    for framework in ledger.comparison.frameworks:
        known = ledger.releases.packages[framework.package]
        assert known.version == framework.version
        assert abs((known.released - framework.released).days) <= 1  # a day may differ by zone
