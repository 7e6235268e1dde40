"""The report of what a change does: complete, in words, and harmless whatever the values hold."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from macros import load
from macros.ledger import Ledger
from upkeep import changes, report, snapshot
from upkeep.report import Change, Report
from upkeep.words import code

DAY = date(2026, 11, 22)


def ledger(text: str, folder: Path) -> Ledger:
    file = folder / "other.yml"
    file.write_text(text, encoding="utf-8")
    return Ledger(load.read(file), DAY)


def found(old: str, new: str, folder: Path) -> list[tuple[str, str, str, str]]:
    told = changes.report(ledger(old, folder), ledger(new, folder))
    return [(each.place, each.part, each.before, each.after) for each in told.claims]


def test_a_changed_answer_is_told_with_its_place_and_both_values(
    small: str, tmp_path: Path
) -> None:
    changed = small.replace("answer: Refused", "answer: Refused with 403")
    place = ("csrf, django", "answer", "Refused", "Refused with 403")
    assert found(small, changed, tmp_path) == [place]


def test_a_new_row_a_lost_row_and_a_new_version_are_told_once_each(
    small: str, tmp_path: Path
) -> None:
    changed = small.replace("id: csrf\n", "id: forgery\n").replace('"6.1.3"', '"6.1.4"')
    told = found(small, changed, tmp_path)
    assert ("django", "version", "6.1.3", "6.1.4") in told
    assert ("csrf", "row", "CSRF protection", "") in told
    assert ("forgery", "row", "", "CSRF protection") in told
    assert ("forgery, django", "cell", "", "Refused") in told


def test_nothing_is_told_of_equal_states(small: str, tmp_path: Path) -> None:
    same = ledger(small, tmp_path)
    assert changes.report(same, same) == Report()
    assert "No row and no cell" in report.markdown(Report())


def test_a_changed_record_is_a_changed_proof(ledger: Ledger) -> None:
    record = ledger.evidence["csrf_protection"]
    seen = record.cells["django"].model_copy(update={"observed": "200"})
    cells = {**record.cells, "django": seen}
    other = {**ledger.evidence, "csrf_protection": record.model_copy(update={"cells": cells})}
    told = changes.report(ledger, Ledger(ledger.comparison, ledger.today, other))
    assert [(each.place, each.before, each.after) for each in told.proofs] == [
        ("csrf_protection, django", "403; with a token 200", "200")
    ]
    assert ("state", "disagrees") in [(each.part, each.after) for each in told.claims]


@pytest.mark.parametrize(
    "hostile",
    [
        "@everyone look",
        "<script>alert(1)</script>",
        "`` ` end ``` | next | cell |",
        "line\n\n# heading\n- list",
        "![x](https://example.com/x.png)",
        "\u202ereversed\u2066",
        "#1 closes https://example.com",
    ],
)
def test_a_hostile_value_is_shown_as_one_piece_of_code(hostile: str) -> None:
    from markdown import markdown

    change = Change(place="csrf", part="note", before=hostile, after="")
    text = report.markdown(Report(claims=(change,)))
    (line,) = [line for line in text.splitlines() if line.startswith("| `csrf`")]
    html = markdown(text, extensions=["tables"])
    assert line.count("|") - line.count("\\|") == 5
    assert "<script" not in html
    assert "<img" not in html
    assert "<a " not in html
    assert not set(line) & set("\u202e\u2066")


def test_code_with_backticks_keeps_every_backtick() -> None:
    assert code("a ``b`` c") == "``` a ``b`` c ```"


def test_the_comment_is_refused_for_a_report_of_another_form(tmp_path: Path) -> None:
    for told in (
        {"claims": [{"place": "../x", "part": "note", "before": "", "after": ""}]},
        {"claims": [{"place": "csrf", "part": "<b>", "before": "", "after": ""}]},
        {"probes": ["a b"]},
        {"budgets": ["x" * 501]},
        {"more": 1},
    ):
        with pytest.raises(ValidationError):
            Report.model_validate_json(json.dumps(told))


def test_broken_budgets_are_listed_and_unmeasured_ones_not_praised() -> None:
    assert "budget" not in report.markdown(Report())
    assert "no broken budget" in report.markdown(Report(budgets=()))
    assert "- `compare/matrix/: 130 KB`" in report.markdown(
        Report(budgets=("compare/matrix/: 130 KB",))
    )


def test_a_long_report_is_cut_and_says_so() -> None:
    change = Change(place="csrf", part="note", before="a", after="b")
    assert "and 50 more" in report.markdown(Report(claims=(change,) * 150))


@pytest.fixture
def repository(small: str, tmp_path: Path) -> Path:
    """Return a repository with the small data in its only commit."""
    (tmp_path / "data" / "evidence").mkdir(parents=True)
    (tmp_path / "data" / "comparison.yml").write_text(small, encoding="utf-8")
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "Start"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def test_the_data_of_a_commit_is_read_beside_that_of_the_working_tree(
    repository: Path, small: str
) -> None:
    changed = small.replace("answer: Refused", "answer: Always refused")
    (repository / "data" / "comparison.yml").write_text(changed, encoding="utf-8")
    told = changes.report(snapshot.at("HEAD", DAY, repository), snapshot.here(DAY, repository))
    assert [each.after for each in told.claims] == ["Always refused"]


def test_files_changed_and_files_not_yet_known_to_git_are_both_told(repository: Path) -> None:
    (repository / "data" / "comparison.yml").write_text("other", encoding="utf-8")
    (repository / "data" / "new.yml").write_text("new", encoding="utf-8")
    files = snapshot.changed_files("HEAD", "data", repository)
    assert files == ["data/comparison.yml", "data/new.yml"]


@pytest.mark.parametrize("ref", ["nowhere", "--output=x"])
def test_a_commit_that_is_not_there_is_one_message(repository: Path, ref: str) -> None:
    with pytest.raises(snapshot.NoSuchCommitError, match=r"git says: .*; expected a commit"):
        snapshot.at(ref, DAY, repository)
    assert not (repository / "x").exists()
