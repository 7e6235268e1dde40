"""The words of a re-proof: the text of a pull request, and of an issue where words are lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from macros.ledger import Ledger
from macros.levels import State
from upkeep import changes, report
from upkeep.words import code, counted

BRANCH = "re-prove"
FOLDERS = ("data", "requirements", "pyproject.toml")


def title(old: Ledger, new: Ledger) -> str:
    """Return the title of the pull request: what moved, or that nothing did."""
    before = {framework.id: framework.version for framework in old.comparison.frameworks}
    moved = [
        f"{framework.name} {framework.version}"
        for framework in new.comparison.frameworks
        if framework.version != before.get(framework.id)
    ]
    return f"Re-prove with {', '.join(moved)}" if moved else "Re-prove every claim"


def pull_request(old: Ledger, new: Ledger, packages: Sequence[str] = ()) -> str:
    """Return the text of the pull request: claims to correct first, then all that changed.

    ``packages`` holds a line for each package that moved.
    """
    wrong = [
        f"{row.id}, {framework.id}"
        for row, framework, _ in new.cells()
        if new.state(row.id, framework.id) is State.DISAGREES
    ]
    seen = [_to_correct(new, place) for place in wrong]
    head = f"**{counted(len(wrong), 'claim')} no longer agrees with its probe.**"
    if len(wrong) != 1:
        head = f"**{counted(len(wrong), 'claim')} no longer agree with their probes.**"
    parts = [head if wrong else "Every claim still agrees with its probe.", "\n".join(seen)]
    parts += [report.markdown(changes.report(old, new)).removeprefix(report.MARK).strip()]
    parts += [report.listed("Packages", packages), _HOW]
    return "\n\n".join(part for part in parts if part) + "\n"


_HOW = (
    "Pull requests opened by a workflow start no checks: close and reopen this one to run them. "
    "To correct a claim, check out the branch, edit `data/comparison.yml`, and run "
    "`make prove-check`."
)


def _to_correct(ledger: Ledger, place: str) -> str:
    row_id, _, framework_id = place.partition(", ")
    said = ledger.comparison.cell(row_id, framework_id).observed or ""
    found = ledger.observation(row_id, framework_id)
    framework = ledger.comparison.framework(framework_id)
    if found is None or found.versions.get(framework.package) != framework.version:
        return f"- [ ] {code(place)} says {code(said)}; the probe failed"
    return f"- [ ] {code(place)} says {code(said)}; the probe saw {code(found.observed)}"


def lost_quotes(messages: Iterable[str]) -> str:
    """Return the text of an issue about quotations that are gone; "" where all are there."""
    lines = [f"- {code(message)}" for message in messages]
    if not lines:
        return ""
    head = f"{counted(len(lines), 'quotation')} cannot be found in the documentation any more."
    return "\n\n".join([head, "\n".join(lines), "Quote what the documentation says now."]) + "\n"


def write(folder: Path, texts: Sequence[tuple[str, str]]) -> list[Path]:
    """Write each text that is not empty into ``folder``; remove what an earlier run left."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in texts:
        file = folder / name
        file.unlink(missing_ok=True)
        if content:
            file.write_text(content, encoding="utf-8")
            written.append(file)
    return written
