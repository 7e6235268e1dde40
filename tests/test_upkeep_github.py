"""What the workflows tell GitHub, with a program in the place of `gh` that notes its calls."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from upkeep import github
from upkeep.report import MARK

HEAD = "a" * 40
FAKE = """#!{python}
import json, pathlib, sys
folder = pathlib.Path({folder!r})
answers = json.loads((folder / "answers.json").read_text())
reads = any(each.endswith(("=-", "=@-")) for each in sys.argv)
said = sys.stdin.read() if reads else ""
with (folder / "calls").open("a") as calls:
    calls.write(json.dumps([sys.argv[1:], said]) + "\\n")
key = " ".join(sys.argv[1:3])
if answers.get(key) == "refuse":
    sys.exit("not allowed")
print(json.dumps(answers[key]) if key in answers else "https://example.com/1")
"""
Calls = Callable[[], list[tuple[list[str], str]]]
Answers = Callable[[dict[str, object]], Calls]


@pytest.fixture
def gh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Return a function that sets what `gh` answers and gives back what it was asked."""
    program = tmp_path / "gh"
    program.write_text(FAKE.format(python=sys.executable, folder=str(tmp_path)))
    program.chmod(0o755)
    monkeypatch.setenv("GH", str(program))

    def answering(answers: dict[str, object]) -> Calls:
        (tmp_path / "answers.json").write_text(json.dumps(answers))
        (tmp_path / "calls").write_text("")
        lines = (tmp_path / "calls").read_text
        return lambda: [tuple(json.loads(line)) for line in lines().splitlines()]

    return answering


def pull(*comments: dict[str, object]) -> dict[str, object]:
    return {"pr view": {"headRefOid": HEAD, "comments": list(comments)}}


def test_the_first_report_is_a_new_comment(gh: Answers) -> None:
    calls = gh(pull())
    assert github.comment("7", HEAD, f"{MARK}\nWords") == "#7: comment written"
    assert calls()[-1] == (["pr", "comment", "7", "--body-file=-"], f"{MARK}\nWords")


def test_the_second_report_replaces_the_first_and_nobody_else_s_words(gh: Answers) -> None:
    address = "https://github.com/a/b/pull/7#issuecomment-{}"
    foreign = {"body": f"{MARK} mine too", "url": address.format(1), "viewerDidAuthor": False}
    ours = {"body": f"{MARK}\nOld", "url": address.format(22), "viewerDidAuthor": True}
    calls = gh(pull(foreign, ours))
    github.comment("7", HEAD, "New")
    arguments, text = calls()[-1]
    assert arguments[1:3] == ["--method=PATCH", "repos/{owner}/{repo}/issues/comments/22"]
    assert text == "New"


def test_a_number_of_another_pull_request_writes_nothing(gh: Answers) -> None:
    calls = gh(pull())
    assert "moved on" in github.comment("7", "b" * 40, "Words")
    assert len(calls()) == 1


@pytest.mark.parametrize("number", ["", "7; rm", "--repo=x", "0", "1" * 10, "7\n8"])
def test_a_number_that_is_none_asks_nothing(gh: Answers, number: str) -> None:
    calls = gh(pull())
    with pytest.raises(github.GitHubError, match="not a number"):
        github.comment(number, HEAD, "Words")
    assert calls() == []


def test_an_issue_is_opened_once_and_then_renewed(gh: Answers) -> None:
    calls = gh({"issue list": []})
    assert github.issue("Dead links", "Words") == "https://example.com/1"
    assert calls()[-1][0] == ["issue", "create", "--title=Dead links", "--body-file=-"]
    calls = gh({"issue list": [{"number": 3, "title": "Dead links"}]})
    assert github.issue("Dead links", "Words") == "#3: text renewed"
    assert calls()[-1] == (["issue", "edit", "3", "--body-file=-"], "Words")


def test_a_pull_request_is_opened_once_and_then_renewed(gh: Answers) -> None:
    calls = gh({"pr list": []})
    github.pull_request("re-prove", "Title", "Words")
    assert "--head=re-prove" in calls()[-1][0]
    calls = gh({"pr list": [{"number": 4}]})
    assert github.pull_request("re-prove", "Title", "Words") == "#4: text renewed"
    assert calls()[-1][0][:3] == ["pr", "edit", "4"]


def test_a_release_wants_a_pushed_tag(gh: Answers) -> None:
    calls = gh({})
    github.release("v1.0.0", "Notes", [Path("book.pdf")])
    arguments, text = calls()[-1]
    assert arguments[:4] == ["release", "create", "v1.0.0", "book.pdf"]
    assert "--verify-tag" in arguments
    assert text == "Notes"


def test_a_text_that_github_would_refuse_is_cut(gh: Answers) -> None:
    calls = gh(pull())
    github.comment("7", HEAD, "x" * 70_000)
    assert len(calls()[-1][1]) == github.LONGEST


def test_a_refusal_is_one_message(gh: Answers) -> None:
    gh({"issue list": "refuse"})
    with pytest.raises(github.GitHubError, match="gh issue list: not allowed"):
        github.issue("Dead links", "Words")


def test_a_missing_program_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GH", "/nowhere/gh")
    with pytest.raises(github.GitHubError, match="install it"):
        github.issue("Dead links", "Words")
