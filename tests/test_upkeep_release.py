"""Release notes from the changelog, and the words of a re-proof."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from macros.evidence import Evidence
from macros.ledger import Ledger
from macros.problems import BadDataError
from upkeep import newest, reprove
from upkeep.notes import notes

CHANGELOG = """# Changelog

## Unreleased

- Later.

## 1.2.0, 2026-12-01

- Rows about queues.

### Corrections

- `csrf_protection`, Django.

## 1.1.0

## 1.0.0

- First.
"""


@pytest.fixture
def changelog(tmp_path: Path) -> Path:
    """Return a changelog with three releases, of which one says nothing."""
    file = tmp_path / "CHANGELOG.md"
    file.write_text(CHANGELOG, encoding="utf-8")
    return file


def test_the_notes_are_the_section_of_the_tag(changelog: Path) -> None:
    assert notes("v1.2.0", changelog) == (
        "- Rows about queues.\n\n### Corrections\n\n- `csrf_protection`, Django.\n"
    )
    assert notes("v1.0.0", changelog) == "- First.\n"


@pytest.mark.parametrize("tag", ["1.2.0", "v1.2", "v1.2.0-rc1", "v1.2.0; ls", "v1x2x0", ""])
def test_a_tag_of_another_form_is_refused(changelog: Path, tag: str) -> None:
    with pytest.raises(BadDataError, match=r"not a tag of a release; expected v1\.2\.3"):
        notes(tag, changelog)


@pytest.mark.parametrize("tag", ["v1.1.0", "v9.9.9"])
def test_a_release_of_which_nothing_is_said_is_refused(changelog: Path, tag: str) -> None:
    with pytest.raises(BadDataError, match=rf"CHANGELOG\.md:1: nothing is said of {tag[1:]}"):
        notes(tag, changelog)


PYPROJECT = """[dependency-groups]
site = ["mkdocs==1.6.1"]
probes = [
  "fastapi==0.1.0",  # compared
  "flask[async]==3.1.3",
  "uvicorn",
]
test = ["pytest>=9"]
"""


def test_pins_of_probes_give_way_to_lower_bounds_for_the_resolver_only() -> None:
    assert newest.relaxed(PYPROJECT) == [
        "fastapi>=0.1.0",
        "flask[async]>=3.1.3",
        "uvicorn",
        "pytest>=9",
    ]


def test_pins_of_probes_move_and_all_else_stays() -> None:
    found = {"fastapi": "0.2.0", "flask": "3.2.0", "mkdocs": "9", "uvicorn": "1"}
    assert newest.with_pins(PYPROJECT.replace("test = [", "test = ["), found) == (
        PYPROJECT.replace("0.1.0", "0.2.0").replace("3.1.3", "3.2.0")
    )


def test_a_framework_moves_with_its_day_and_the_others_stay(ledger: Ledger) -> None:
    from macros import load

    before = load.DATA.read_text(encoding="utf-8")
    flask = ledger.comparison.framework("flask")
    after = newest.with_version(before, flask, "9.8.7", date(2027, 1, 2))
    changed = [
        (old, new)
        for old, new in zip(before.splitlines(), after.splitlines(), strict=True)
        if old != new
    ]
    assert changed == [
        (f'    version: "{flask.version}"', '    version: "9.8.7"'),
        (f"    released: {flask.released}", "    released: 2027-01-02"),
    ]


def reproved(ledger: Ledger, version: str, observed: str) -> Ledger:
    """Return the ledger after Django moved to ``version`` and one probe saw ``observed``."""
    frameworks = tuple(
        each.model_copy(update={"version": version}) if each.id == "django" else each
        for each in ledger.comparison.frameworks
    )
    record = ledger.evidence["csrf_protection"]
    seen = record.cells["django"]
    versions = {**seen.versions, "Django": version}
    fresh = seen.model_copy(update={"observed": observed, "versions": versions})
    cells = {**record.cells, "django": fresh}
    evidence: dict[str, Evidence] = {
        **ledger.evidence,
        "csrf_protection": record.model_copy(update={"cells": cells}),
    }
    comparison = ledger.comparison.model_copy(update={"frameworks": frameworks})
    return Ledger(comparison, ledger.today, evidence)


def test_a_re_proof_names_what_moved_and_each_claim_to_correct(ledger: Ledger) -> None:
    after = reproved(ledger, "9.0", "200")
    text = reprove.pull_request(ledger, after)
    assert reprove.title(ledger, after) == "Re-prove with Django 9.0"
    assert (
        "- [ ] `csrf_protection, django` says `403; with a token 200`; the probe saw `200`" in text
    )
    assert re.search(r"- \[ \] `orm, django` says `.*`; the probe failed", text)
    assert re.match(r"\*\*\d+ claims no longer agree with their probes\.\*\*", text)


def test_a_re_proof_that_changes_nothing_says_so(ledger: Ledger) -> None:
    text = reprove.pull_request(ledger, ledger)
    assert text.startswith("Every claim still agrees with its probe.")
    assert reprove.title(ledger, ledger) == "Re-prove every claim"


def test_lost_quotations_make_an_issue_and_none_makes_none() -> None:
    assert reprove.lost_quotes([]) == ""
    assert "1 quotation cannot be found" in reprove.lost_quotes(["data/comparison.yml:3: x"])


def test_texts_of_an_earlier_run_do_not_stay(tmp_path: Path) -> None:
    reprove.write(tmp_path, [("issue.md", "old")])
    assert reprove.write(tmp_path, [("issue.md", ""), ("title.txt", "new")]) == [
        tmp_path / "title.txt"
    ]
    assert not (tmp_path / "issue.md").exists()
