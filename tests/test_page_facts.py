"""What a page says about itself: reading time and the day of its last change."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from macros.page_facts import changed_days, facts, minutes

RUN = date(2026, 11, 22)


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    when = f"{day}T12:00:00+00:00"
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    moment = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    told = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**os.environ, **names, **moment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository in which one page changed after the other was written."""
    folder = tmp_path / "full"
    (folder / "docs" / "learn").mkdir(parents=True)
    git(folder, "init", "-q")
    for name, day in (("old.md", "2026-01-01"), ("learn/new.md", "2026-02-03")):
        (folder / "docs" / name).write_text(name)
        git(folder, "add", ".")
        git(folder, "commit", "-qm", name, day=day)
    return folder


def test_prose_is_counted_and_what_is_looked_up_is_not() -> None:
    prose = "word " * 660
    looked_up = f"<table><td>{prose}</td></table>\n\n```py\n{prose}\n```\n\n<svg>{prose}</svg>"
    assert minutes(f"{prose}\n{looked_up}\n\n| {prose} |\n") == 3


def test_a_page_of_few_words_takes_a_minute() -> None:
    assert minutes("# Title") == 1


def test_each_page_has_the_day_of_its_last_commit(repository: Path) -> None:
    assert changed_days(repository) == {
        "old.md": date(2026, 1, 1),
        "learn/new.md": date(2026, 2, 3),
    }


def test_a_shallow_clone_does_not_take_its_first_commit_for_a_change(
    repository: Path, tmp_path: Path
) -> None:
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing", day="2026-03-04")
    for depth, known in ((1, {}), (2, {}), (3, {"learn/new.md": date(2026, 2, 3)})):
        clone = tmp_path / f"depth-{depth}"
        git(tmp_path, "clone", "-q", f"--depth={depth}", f"file://{repository}", str(clone))
        assert changed_days(clone) == known


def test_a_source_archive_knows_no_day_and_shows_that_of_the_proofs(tmp_path: Path) -> None:
    assert changed_days(tmp_path) == {}
    shown = facts("Text.", "a.md", {}, RUN)
    assert (shown["what"], shown["words"]) == ("Proofs last run on", "November 22, 2026")


def test_a_page_is_as_new_as_the_newer_of_its_text_and_its_proofs() -> None:
    older, newer = date(2026, 11, 1), date(2026, 11, 30)
    assert facts("Text.", "a.md", {"a.md": older}, RUN)["modified"] == RUN
    shown = facts("Text.", "a.md", {"a.md": newer}, RUN)
    assert (shown["modified"], shown["words"]) == (newer, "November 30, 2026")


def test_without_the_text_there_is_no_reading_time_but_all_else() -> None:
    shown = facts(None, "a.md", {}, RUN)
    assert (shown["minutes"], shown["source"], shown["day"]) == (None, "a.md", RUN)
