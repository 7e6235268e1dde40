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
from tests.site_tools import DAY, run_builder, small_project

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
        part.index("≠ Disagrees")
        < part.index("<code>200</code>")
        < part.index("<code>403; with a token 200</code>")
    )


def test_a_disagreeing_cell_is_marked_in_tables_citations_and_the_score(lying: Ledger) -> None:
    view = View(lying)
    table = tables.group_table(view, "security")
    cell = table[table.index('id="csrf_protection-django"') :]
    assert 'data-state="disagrees"' in cell[:200]
    assert "≠<span> disagrees</span>" in prose.cite(view, "csrf_protection", "django")
    assert f"<b>{len(LIES)}</b> ≠ disagrees" in prose.score(view)


PAGES = {
    "index.md": "# Home\n\n{{ score() }}\n",
    "group.md": '# Group\n\n{{ group_table("security") }}\n',
    "proofs.md": '# Proofs\n\n{{ proofs("security", "django") }}\n',
    "gaps.md": "# Gaps\n\n{{ gaps() }}\n",
    "said.md": (
        '# Said\n\nSo it is {{ cite("csrf_protection", "django") }} '
        '{{ cite("csrf_protection", "flask") }}.\n'
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small built site: Django's CSRF cell lies, and a newer Flask is known."""
    root = tmp_path_factory.mktemp("doubtful")
    small_project(root, PAGES)
    data = root / "data" / "comparison.yml"
    text = rewritten(data.read_text(encoding="utf-8"), "csrf_protection", "django", "200")
    data.write_text(text, encoding="utf-8")
    file = root / "data" / "evidence" / "_releases.json"
    releases = json.loads(file.read_text(encoding="utf-8"))
    releases["packages"]["Flask"]["newest"] = "3.2.0"
    file.write_text(json.dumps(releases), encoding="utf-8")
    result = run_builder("-m", "builder", "site", root=root, settings={"SOURCE_DATE_EPOCH": DAY})
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"
    return root / "site"


def page(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text(encoding="utf-8")


def words(markup: str) -> str:
    """Return what a reader sees of some HTML, with one blank between the words."""
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def cells(table: str, framework: str) -> dict[str, str]:
    """Return the cells of one framework in a built table, by row."""
    found = re.findall(rf'<td[^>]*\sid="?(\w+)-{framework}"?.*?</td>', table, re.DOTALL)
    parts = [
        match[0]
        for match in re.finditer(rf'<td[^>]*\sid="?\w+-{framework}"?.*?</td>', table, re.DOTALL)
    ]
    return dict(zip(found, parts, strict=True))


def test_a_built_table_marks_the_cell_that_disagrees_and_those_that_are_stale(site: Path) -> None:
    group = page(site, "group")
    lying = cells(group, "django").pop("csrf_protection")
    assert re.search(r"data-state=\"?disagrees", lying)
    assert "Disagrees" in words(lying)
    flask = cells(group, "flask")
    assert len(flask) > 10
    assert all(re.search(r"data-state=\"?stale", cell) for cell in flask.values())
    assert all("Stale" in words(cell) for cell in flask.values())
    assert not [row for row, cell in cells(group, "fastapi").items() if "Stale" in words(cell)]


def test_a_built_proof_shows_the_claim_beside_what_was_seen(site: Path) -> None:
    _, proof = re.split(r'<h2 id="?csrf_protection-django', page(site, "proofs"))
    said = words(proof)
    assert "Disagrees" in said
    assert said.index("Claimed 200") < said.index("Seen 403")


def test_a_built_list_of_gaps_begins_with_the_cell_that_disagrees(site: Path) -> None:
    gaps = page(site, "gaps")
    _, disagreeing, stale, *_ = re.split(r"<h2 id=", gaps)
    assert disagreeing.count("<li>") == 1
    assert "CSRF protection, Django" in words(disagreeing).replace(" ,", ",")
    assert stale.count("<li>") > 100


def test_a_built_sentence_and_the_score_of_the_home_page_say_so(site: Path) -> None:
    sentence = words(page(site, "said").partition("So it is")[2])
    assert "disagrees" in sentence
    assert "stale" in sentence
    score = words(page(site, "").partition("<article")[2])
    assert re.search(r"\b1 ≠ disagrees", score)


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
