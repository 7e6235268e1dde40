"""What the workflows tell GitHub, through its command line program `gh`.

Each call can be repeated: a second one mends what the first one left.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from upkeep.report import MARK

LONGEST = 60_000  # characters; GitHub refuses a text of more than 65,536


class GitHubError(RuntimeError):
    """`gh` refused; its own words are in the text."""


def comment(number: str, head: str, body: str) -> str:
    """Write the report under a pull request, or anew into its earlier comment.

    ``number`` comes from a job that ran foreign code, so it counts only where that pull
    request's newest commit is ``head``, which GitHub itself told. Returns what was done.
    """
    if not re.fullmatch(r"[1-9][0-9]{0,8}", number):
        raise GitHubError("the number of the pull request is not a number; nothing was written")
    pull = _json("pr", "view", number, "--json", "headRefOid,comments")
    if pull["headRefOid"] != head:
        return f"#{number} has moved on; nothing was written"
    mine = [each for each in pull["comments"] if each.get("viewerDidAuthor")]
    known = [each["url"] for each in mine if each["body"].startswith(MARK)]
    if known:
        place = f"repos/{{owner}}/{{repo}}/issues/comments/{known[-1].rpartition('-')[2]}"
        _gh("api", "--method=PATCH", place, "--field=body=@-", text=body)
    else:
        _gh("pr", "comment", number, "--body-file=-", text=body)
    return f"#{number}: comment written"


def issue(title: str, body: str) -> str:
    """Open an issue, or say the same in the open one of that title; return what was done."""
    found = _json("issue", "list", "--state=open", "--limit=1000", "--json=number,title")
    known = [str(each["number"]) for each in found if each["title"] == title]
    if known:
        _gh("issue", "edit", known[0], "--body-file=-", text=body)
        return f"#{known[0]}: text renewed"
    return _gh("issue", "create", f"--title={title}", "--body-file=-", text=body).strip()


def pull_request(branch: str, title: str, body: str) -> str:
    """Open a pull request of a pushed branch, or renew the text of the open one."""
    found = _json("pr", "list", f"--head={branch}", "--state=open", "--json=number")
    if found:
        number = str(found[0]["number"])
        _gh("pr", "edit", number, f"--title={title}", "--body-file=-", text=body)
        return f"#{number}: text renewed"
    command = ("pr", "create", f"--head={branch}", f"--title={title}", "--body-file=-")
    return _gh(*command, text=body).strip()


def release(tag: str, notes: str, files: Sequence[Path]) -> str:
    """Publish a release of a pushed tag with its notes and files; return its address."""
    names = [str(file) for file in files]
    command = ("release", "create", tag, *names, "--verify-tag", f"--title={tag}")
    return _gh(*command, "--notes-file=-", text=notes).strip()


def _json(*arguments: str) -> Any:
    return json.loads(_gh(*arguments))


def _gh(*arguments: str, text: str | None = None) -> str:
    """Run `gh`; raises GitHubError with its words. A text goes in by the standard input."""
    try:
        result = subprocess.run(
            [os.environ.get("GH", "gh"), *arguments],
            input=text if text is None else text[:LONGEST],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        raise GitHubError(
            "there is no program gh; expected GitHub's command line; install it"
        ) from None
    if result.returncode:
        raise GitHubError(f"gh {arguments[0]} {arguments[1]}: {result.stderr.strip()}")
    return result.stdout
