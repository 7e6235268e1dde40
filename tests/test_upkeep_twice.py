"""Two builds of one commit: what differs is named, what fails is said, nothing else passes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.test_joining import make_files
from upkeep import twice
from upkeep.twice import Circumstances

HERE = Circumstances("here", 0, {"TZ": "UTC"})
THERE = Circumstances("far/there", 0, {"TZ": "Pacific/Kiritimati"})
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org")
MAKEFILE = """\
.venv/ready .venv-cards/ready .venv-book/ready: ; @mkdir -p $(@D) && touch $@
public: .venv/ready .venv-cards/ready .venv-book/ready
\t@mkdir -p site/data && echo same > site/data/rows.json
\t@{command}
"""


def project(folder: Path, command: str) -> Path:
    """Return a repository whose `make public` writes a file and runs ``command``."""
    folder.mkdir()
    (folder / "Makefile").write_text(MAKEFILE.format(command=command))
    for git in (["init", "-q"], ["add", "."], [*AUTHOR, "commit", "-qm", "all"]):
        subprocess.run(["git", *git], cwd=folder, check=True)
    return folder


def found(tmp_path: Path, command: str) -> list[str]:
    source = project(tmp_path / "source", command)
    one, other = (twice.build(source, tmp_path, where) for where in (HERE, THERE))
    return twice.differences(one, other)


def test_two_builds_that_say_the_same_are_the_same(tmp_path: Path) -> None:
    assert found(tmp_path, "echo page > site/index.html") == []


@pytest.mark.parametrize("command", ["pwd > site/index.html", "echo $$TZ > site/index.html"])
def test_a_build_that_tells_where_it_ran_is_named(command: str, tmp_path: Path) -> None:
    (line,) = found(tmp_path, command)
    assert line.startswith("index.html: ")
    assert "the first difference at byte" in line


def test_what_was_not_committed_is_not_built(tmp_path: Path) -> None:
    source = project(tmp_path / "source", "true")
    (source / "Makefile").write_text("public: ; @false\n")
    assert (twice.build(source, tmp_path, HERE) / "data" / "rows.json").is_file()


def test_a_commit_made_between_the_two_builds_is_in_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = project(tmp_path / "source", "echo page > site/index.html")
    monkeypatch.setattr(twice, "BUILDS", (HERE, THERE))

    def commit_meanwhile(told: str) -> None:
        if "far/there" in told:
            (source / "Makefile").write_text(MAKEFILE.format(command="echo new > site/index.html"))
            subprocess.run(["git", *AUTHOR, "commit", "-qam", "new"], cwd=source, check=True)

    one, other = twice.both(source, tmp_path, tell=commit_meanwhile)
    assert twice.differences(one, other) == []


def test_a_day_that_the_caller_fixed_is_not_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    source = project(tmp_path / "source", 'echo "day $$SOURCE_DATE_EPOCH" > site/index.html')
    assert (twice.build(source, tmp_path, HERE) / "index.html").read_text() == "day \n"


def test_a_build_that_fails_says_which_and_why(tmp_path: Path) -> None:
    source = project(tmp_path / "source", "echo broken link >&2; exit 3")
    with pytest.raises(twice.FailedError, match=r"make public in .*far/there failed:\nbroken link"):
        twice.build(source, tmp_path, THERE)


def test_without_a_program_for_another_day_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(twice.FailedError, match="apt-get install faketime"):
        twice.build(tmp_path, tmp_path / "top", Circumstances("later", 40, {}))
    assert not (tmp_path / "top").exists()


def test_the_two_builds_differ_in_folder_day_and_settings() -> None:
    one, other = twice.BUILDS
    assert one.folder.count("/") != other.folder.count("/")
    assert (one.days, other.days > 30) == (0, True)
    assert all(one.settings[name] != value for name, value in other.settings.items())


def test_files_of_one_build_alone_and_longer_files_are_named(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, content in ((one, b"ab"), (other, b"abc")):
        folder.mkdir()
        (folder / "both.zip").write_bytes(content)
    (one / "mine").touch()
    (other / "theirs").touch()
    lines = twice.differences(one, other)
    assert lines == [
        "both.zip: 2 and 3 bytes, the first difference at byte 2",
        "mine: only in the first build",
        "theirs: only in the second build",
    ]
    assert twice.report(one, other, lines).splitlines()[1] == "3 files differ:"
    assert "Every byte is the same." in twice.report(one, one, [])


def test_the_clones_are_made_ready_and_built_by_targets_that_exist() -> None:
    text = make_files()
    assert set(twice.READY) <= set(re.findall(r"(?m)^\w+_READY := (\S+)$", text))
    assert "\npublic: " in text
