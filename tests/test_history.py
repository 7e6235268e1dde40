"""Earlier versions: lines, locks, what counts as an error, and records that keep their form."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypi_simple import DistributionPackage

from macros.history import HistoryRecord, Seen, read_history
from macros.ledger import Ledger
from macros.problems import BadDataError
from probes import families, history, lines, observe
from probes.families import Task
from probes.package_index import IndexedFile
from probes.sandbox import Outcome

LOCK = """\
# line: flask 3.0.3 2024-04-07
# left out: quart needs flask>=3.1
flask==3.0.3 \\
    --hash=sha256:00
werkzeug==3.0.6 ; python_version > '3' \\
    --hash=sha256:00
"""

PROBE = """
def flask() -> str:
    return "200"


def django(clean_env) -> str:
    return "9 MB"
"""

PLAIN = """\
Traceback (most recent call last):
  File "probe.py", line 3, in flask
    from flask import Tasks
ImportError: cannot import name 'Tasks' from 'flask'
"""


def listed(version: str, withdrawn: bool = False) -> IndexedFile:
    """Make a file of the index by hand."""
    package = DistributionPackage(
        filename=f"t-{version}.tar.gz", url="", project="t", version=version,
        package_type="sdist", digests={}, requires_python=None, has_sig=None,
        is_yanked=withdrawn, upload_time=datetime.now(UTC),
    )  # fmt: skip
    return IndexedFile(package, date(2026, 1, 1))


def locked(folder: Path, text: str = LOCK) -> Path:
    """Write a lock into ``folder``."""
    lock = folder / "history-flask-3.0.3.txt"
    lock.write_text(text, encoding="utf-8")
    return lock


def record(version: str = "3.0.3", framework: str = "flask") -> HistoryRecord:
    """Make a small record by hand."""
    return HistoryRecord(
        framework=framework, version=version, released=date(2024, 4, 7), python="3.13",
        moved={}, rows={"csrf": Seen(observed="200"), "tasks": Seen(error="ImportError")},
    )  # fmt: skip


def test_a_lock_says_which_line_it_is_and_what_did_not_fit(tmp_path: Path) -> None:
    line = lines.read_line(locked(tmp_path))
    assert (line.name, line.released) == ("flask-3.0.3", date(2024, 4, 7))
    assert line.left_out == {"quart": "quart needs flask>=3.1"}


def test_a_lock_without_its_head_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"history-flask-3\.0\.3\.txt:1: expected # line:"):
        lines.read_line(locked(tmp_path, "flask==3.0.3\n"))


def test_the_committed_locks_are_of_the_wanted_lines_and_name_no_index() -> None:
    found = lines.read_lines()
    wanted = {(series.framework, series.number) for series in lines.SERIES}
    assert {(line.framework, line.version.rpartition(".")[0]) for line in found} == wanted
    assert not any("://" in line.lock.read_text(encoding="utf-8") for line in found)


def test_every_committed_line_has_its_record_and_every_record_its_line() -> None:
    recorded = {(each.framework, each.version) for each in read_history(history.RECORDS)}
    assert recorded == {(line.framework, line.version) for line in lines.read_lines()}


def test_lines_come_from_old_to_new() -> None:
    numbers = [line.version for line in lines.read_lines() if line.framework == "fastapi"]
    assert numbers == ["0.121.3", "0.136.3"]


def test_the_newest_patch_of_a_line_is_chosen_as_a_number() -> None:
    files = [listed("5.2.9"), listed("5.2.10"), listed("5.2.11", withdrawn=True), listed("6.0.1")]
    assert lines.newest_patch("5.2", files) == "5.2.10"


def test_a_line_without_a_release_is_named() -> None:
    with pytest.raises(LookupError, match=r"no release of the line 7\.0"):
        lines.newest_patch("7.0", [listed("6.0.1"), listed("7.0rc1")])


def test_only_the_framework_is_pinned_and_extras_stay() -> None:
    wanted = lines.set_back(
        ["flask[async]==3.1.3", "Flask_Login>=0.6", "uvicorn==0.54.0", "flask-login"],
        {"flask": "3.0.3"},
    )
    assert wanted == ["flask[async]==3.0.3", "flask-login", "uvicorn"]


def test_what_moved_is_told_without_the_framework_and_without_what_is_new() -> None:
    now = "flask==3.1.3 \\\nwerkzeug==3.1.9 \\\nclick==8.5\n"
    assert lines.moved(LOCK + "colors==1.0\n", now, "flask") == {"werkzeug": "3.0.6"}


def test_a_version_that_one_marker_of_the_lock_allows_has_not_moved() -> None:
    now = "quart==0.22 ; python_version < '3.13'\nquart==0.23 ; python_version >= '3.13'\n"
    assert lines.moved("quart==0.23\n", now, "flask") == {}


def test_the_package_that_does_not_fit_is_named_with_what_it_needs() -> None:
    complaint = "Because flask-security>=5.9.0 depends on flask>=3.1.1 and you require flask==3.0.3"
    assert lines.conflict(complaint, ["flask==3.0.3", "flask-security[mfa]"]) == (
        "flask-security[mfa]",
        "flask-security needs flask>=3.1.1",
    )


def test_a_complaint_that_blames_no_listed_package_is_passed_on() -> None:
    with pytest.raises(RuntimeError, match="the index did not answer"):
        lines.conflict("the index did not answer", ["flask==3.0.3"])


@pytest.mark.parametrize(
    ("report", "name"),
    [
        (PLAIN, "ImportError"),
        (PLAIN.replace("ImportError", "django.db.utils.OperationalError"), "OperationalError"),
        (PLAIN + "\nDuring handling of the above exception, another exception occurred:\n\n"
         + PLAIN.replace("ImportError", "TypeError"), "TypeError"),
        (PLAIN + "ERROR: failed\n" + PLAIN.replace("ImportError", "KeyError"), "ImportError"),
        (PLAIN.replace("ImportError: ", "RuntimeError: the server did not listen on port 1:\n")
         + "ERROR: cut off\n    serve()\n" + PLAIN.split("\n", 1)[1], "ImportError"),
        (PLAIN.replace("ImportError: ", "RuntimeError: the server did not listen on port 1:\n"),
         "RuntimeError"),
        ("ModuleNotFoundError: No module named 'x'", "ModuleNotFoundError"),
        ("stopped at its limit of 60 s", "stopped at its time limit"),
        ("expected a non-empty text, got None", "nothing to see"),
    ],
)  # fmt: skip
def test_an_error_is_told_by_its_class_and_nothing_that_changes(report: str, name: str) -> None:
    assert observe.as_seen(Outcome(None, report)) == Seen(error=name)


def test_an_error_is_never_an_answer() -> None:
    with pytest.raises(ValueError, match="exactly one of observed, error and not_run"):
        Seen(observed="ImportError", error="ImportError")


def test_a_probe_of_a_package_that_does_not_fit_is_not_run(
    small_ledger: Ledger, tmp_path: Path
) -> None:
    task = Task("csrf", "flask", tmp_path / "csrf.py")
    reason = "flask-wtf needs flask>=3.1"
    assert observe.why_not(small_ledger, task, {"flask-wtf": reason}) == reason


def test_a_probe_of_a_clean_environment_is_not_run(small_ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "csrf.py"
    file.write_text(PROBE, encoding="utf-8")
    assert observe.why_not(small_ledger, Task("csrf", "flask", file), {}) is None
    reason = observe.why_not(small_ledger, Task("csrf", "django", file), {})
    assert reason == "looks at a clean install of the current version"


def test_what_looks_like_a_change_is_looked_at_twice(
    small_ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = Task("csrf", "flask", tmp_path / "csrf.py")
    answers = iter([Outcome(None, "stopped at its limit of 60 s"), Outcome("200")])
    monkeypatch.setattr(families, "run", lambda tasks, _: [(task, next(answers)) for _ in tasks])
    assert observe.observe(small_ledger, [task], {}, 4) == {"csrf": Seen(observed="200")}


def test_what_runs_out_of_time_alone_too_is_looked_at_again(
    small_ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = Task("csrf", "flask", tmp_path / "csrf.py")
    late = Outcome(None, PLAIN.replace("ImportError", "httpx.ReadTimeout"))
    answers = iter([late, late, late, Outcome("200")])
    monkeypatch.setattr(families, "run", lambda tasks, _: [(task, next(answers)) for _ in tasks])
    assert observe.observe(small_ledger, [task], {}, 4) == {"csrf": Seen(observed="200")}


def test_what_is_as_claimed_is_looked_at_once(
    small_ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = Task("csrf", "flask", tmp_path / "csrf.py")
    counter = itertools.count(1)

    def run(tasks: Sequence[Task], _: int) -> list[tuple[Task, Outcome]]:
        return [(each, Outcome("200" * next(counter))) for each in tasks]

    monkeypatch.setattr(families, "run", run)
    assert observe.observe(small_ledger, [task], {}, 4) == {"csrf": Seen(observed="200")}


def test_observations_are_sorted_by_row() -> None:
    seen = {"tasks": Seen(error="ImportError"), "csrf": Seen(observed="200")}
    assert list(observe.SEEN.validate_json(observe.as_json(seen))) == ["csrf", "tasks"]


def test_a_line_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    line = lines.read_line(locked(tmp_path))
    with pytest.raises(LookupError, match=r'no line "flask-3\.0\.2".*flask-3\.0\.3'):
        history.chosen([line], ["flask-3.0.2"])
    assert history.chosen([line], None) == [line]


def test_an_environment_that_is_there_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def make(line: lines.Line, folder: Path) -> None:
        made.append(line.name)
        folder.mkdir()

    monkeypatch.setattr(history, "_make", make)
    line = lines.read_line(locked(tmp_path))
    first = history.environment(line, tmp_path / "cache")
    assert history.environment(line, tmp_path / "cache") == first
    assert made == ["flask-3.0.3"]


def test_another_lock_gets_another_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_make", lambda _, folder: folder.mkdir())
    line = lines.read_line(locked(tmp_path))
    first = history.environment(line, tmp_path)
    line.lock.write_text(LOCK + "click==8.5\n", encoding="utf-8")
    assert history.environment(replace(line), tmp_path) != first


def test_records_come_back_as_they_were_written_from_old_to_new(tmp_path: Path) -> None:
    written = [record("0.121.3", "fastapi"), record("0.136.3", "fastapi"), record()]
    for each in written:
        file = tmp_path / f"{each.framework}-{each.version}.json"
        file.write_text(history.as_text(each), encoding="utf-8")
    assert read_history(tmp_path) == written


def test_without_any_record_there_is_no_history(tmp_path: Path) -> None:
    assert read_history(tmp_path / "history") == []


def test_a_record_of_another_form_is_named(tmp_path: Path) -> None:
    text = history.as_text(record()).replace('"observed"', '"said"')
    (tmp_path / "flask-3.0.3.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadDataError, match=r"flask-3\.0\.3\.json:1: rows\.csrf"):
        read_history(tmp_path)


def test_a_summary_counts_answers_errors_and_what_was_not_run() -> None:
    assert history.summary(record()) == "1 answers, 1 errors, 0 not run"
