"""`make new-row`: five questions, a sound entry, a probe that fails until it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros import load
from macros.problems import BadDataError
from probes import families
from probes.families import Task
from upkeep import new_row
from upkeep.new_row import Answers

ANSWERS = Answers("security", "open_ports", 'Ports: "all" of them', "Which ports are open?", ("ß",))


def asking(*texts: str) -> Callable[[str], str]:
    given: Iterator[str] = iter(texts)

    def ask(_: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    return ask


@pytest.fixture
def project(small: str, tmp_path: Path) -> Path:
    """Return a project that has the small data and no probe."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "comparison.yml").write_text(small, encoding="utf-8")
    return tmp_path


def data_of(project: Path) -> Path:
    return project / "data" / "comparison.yml"


def files(project: Path) -> list[str]:
    return sorted(file.name for file in project.rglob("*") if file.is_file())


def test_five_sound_answers_are_taken_as_they_are(project: Path) -> None:
    ask = asking("security", "open_ports", "Ports", "Which ports are open?", "a port, ports ")
    found = new_row.asked(load.read(data_of(project)), ask, lambda _: None)
    assert found == Answers(
        "security", "open_ports", "Ports", "Which ports are open?", ("a port", "ports")
    )


def test_an_unsound_answer_is_explained_and_asked_again(project: Path) -> None:
    said: list[str] = []
    ask = asking(
        *("secruity", "security"),
        *("csrf", "Open-Ports", "open_ports"),
        *("", "Ports"),
        *("No question", "Which ports are open?"),
        *("x" * 71, ""),
    )
    found = new_row.asked(load.read(data_of(project)), ask, said.append)
    assert found.aliases == ()
    assert [line.strip() for line in said[1:]] == [
        'no group "secruity"; did you mean "security"?',
        'there is a row "csrf" already; expected a new id',
        "\"Open-Ports\": String should match pattern '^[a-z][a-z0-9_]*$'; expected another text",
        '"": String should have at least 1 character; expected another text',
        "\"No question\": String should match pattern '\\?$'; expected another text",
        f'"{"x" * 71}": String should have at most 70 characters; expected another text',
    ]


def test_an_answer_that_never_comes_writes_nothing(project: Path) -> None:
    with pytest.raises(new_row.UnfinishedError, match="nothing was written"):
        new_row.asked(load.read(data_of(project)), asking("security"), lambda _: None)
    assert files(project) == ["comparison.yml"]


def test_the_entry_stands_behind_the_last_row_of_its_group_and_is_sound(project: Path) -> None:
    before = data_of(project).read_text(encoding="utf-8")
    new_row.write(ANSWERS, project)
    after = data_of(project).read_text(encoding="utf-8")
    row = load.read(data_of(project)).row("open_ports")
    assert after.startswith(before)
    assert (row.title, row.question, row.aliases) == (
        ANSWERS.title,
        ANSWERS.question,
        ANSWERS.aliases,
    )
    assert set(row.cells) == {"flask", "django"}


def test_rows_of_a_later_group_stay_behind_it(project: Path) -> None:
    text = data_of(project).read_text(encoding="utf-8")
    later = text.replace(
        "rows:", "  - {id: other, title: Other, summary: The rest of it.}\n\nrows:"
    )
    entry = text[text.index("  - id: csrf\n    group") :]
    entry = entry.replace("id: csrf", "id: last").replace("group: security", "group: other")
    data_of(project).write_text(later + entry, encoding="utf-8")
    new_row.write(ANSWERS, project)
    assert [row.id for row in load.read(data_of(project)).rows] == ["csrf", "open_ports", "last"]


def test_the_probe_fails_for_each_framework_until_it_is_filled_in(project: Path) -> None:
    _, probe = new_row.write(ANSWERS, project)
    tasks = [Task("open_ports", name, probe) for name in ("flask", "django")]
    outcomes = [outcome for _, outcome in families.run(tasks, jobs=1)]
    assert [outcome.observed for outcome in outcomes] == [None, None]
    assert all("write the probe of" in (outcome.error or "") for outcome in outcomes)


def test_a_probe_that_is_there_stops_everything(project: Path) -> None:
    probe = project / "probes" / "security" / "open_ports.py"
    probe.parent.mkdir(parents=True)
    probe.write_text("mine", encoding="utf-8")
    before = data_of(project).read_bytes()
    with pytest.raises(BadDataError, match=r"open_ports\.py:1: the probe is there"):
        new_row.write(ANSWERS, project)
    assert probe.read_text(encoding="utf-8") == "mine"
    assert data_of(project).read_bytes() == before
    assert files(project) == ["comparison.yml", "open_ports.py"]


def test_a_data_file_that_is_not_sound_is_left_alone(project: Path, small: str) -> None:
    data_of(project).write_text(small.replace("built_in", "x").replace("Refused", "[]"))
    before = data_of(project).read_bytes()
    with pytest.raises(BadDataError):
        new_row.write(ANSWERS, project)
    assert data_of(project).read_bytes() == before
    assert files(project) == ["comparison.yml"]


@pytest.mark.parametrize(
    "text", ["yes", "1.0", "- x", "a: b # c", "'", '"', "[x", "{", "ü €", "\\"]
)
def test_every_title_comes_back_from_the_file_as_it_was_typed(project: Path, text: str) -> None:
    new_row.write(Answers("security", "open_ports", text, "Is it?!? Is it?", ()), project)
    assert load.read(data_of(project)).row("open_ports").title == text
