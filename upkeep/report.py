"""The report of what a change does to the site: its data, and its words in Markdown.

The data crosses from a job that runs foreign code to one that may write a comment. Hence the
model is narrow: it is read back with every length and pattern checked, and each value that
came from outside is shown as inline code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from macros.fields import Record
from upkeep.words import code, counted

SHOWN = 100  # lines of a table; GitHub takes 65,536 characters for a comment
VERSIONS = "versions"  # the part of a record that every release changes
MARK = "<!-- test-drive: what this changes -->"

Place = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}(, [a-z][a-z0-9_]{0,59})?$")]
Part = Annotated[str, Field(pattern=r"^[a-z][a-z ]{0,29}$")]
Value = Annotated[str, Field(max_length=2000)]
File = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.][A-Za-z0-9_./-]{0,199}$")]
Line = Annotated[str, Field(max_length=500)]


class Change(Record):
    """One value that differs: at a row or a cell, which part of it, from what to what."""

    place: Place
    part: Part
    before: Value
    after: Value


class Report(Record):
    """What a change does: claims, records of proofs, probes, and budgets that break.

    ``budgets`` is None where nobody measured.
    """

    claims: Annotated[tuple[Change, ...], Field(max_length=5000)] = ()
    proofs: Annotated[tuple[Change, ...], Field(max_length=5000)] = ()
    probes: Annotated[tuple[File, ...], Field(max_length=1000)] = ()
    budgets: Annotated[tuple[Line, ...], Field(max_length=1000)] | None = None


def markdown(report: Report) -> str:
    """Return the report in words, under a mark by which its comment is found again."""
    parts = [
        MARK,
        "### What this changes",
        _summary(report),
        _table("Claims", report.claims),
        _table("Proofs", [each for each in report.proofs if each.part != VERSIONS]),
        _of_other_versions(report.proofs),
        listed("Probes", report.probes),
        listed("Broken budgets", report.budgets or ()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _summary(report: Report) -> str:
    cells = {change.place for change in report.claims if ", " in change.place}
    rows = {change.place.partition(",")[0] for change in report.claims}
    entries = "1 entry" if len(rows) == 1 else f"{len(rows)} entries"  # of rows and frameworks
    proofs = {change.place for change in report.proofs}
    words = [
        f"{counted(len(cells), 'cell')} in {entries} of the data file"
        if rows
        else "No row and no cell",
        counted(len(proofs), "proof") if proofs else "no proof",
        counted(len(report.probes), "probe file") if report.probes else "no probe file",
    ]
    if report.budgets is not None:
        broken = counted(len(report.budgets), "broken budget")
        words += [broken if report.budgets else "no broken budget"]
    return f"{'; '.join(words)}."


def _of_other_versions(proofs: Sequence[Change]) -> str:
    """Return how many records hold nothing new but versions: a table would drown the rest."""
    otherwise = {each.place for each in proofs if each.part != VERSIONS}
    same = {each.place for each in proofs} - otherwise
    if not same:
        return ""
    verb = "proof saw the same" if len(same) == 1 else "proofs saw the same"
    return f"{len(same)} {verb} with other versions."


def _table(title: str, changes: Sequence[Change]) -> str:
    if not changes:
        return ""
    lines = [
        f"| {code(each.place)} | {each.part} | {code(each.before)} | {code(each.after)} |"
        for each in changes[:SHOWN]
    ]
    head = f"#### {title}\n\n| Where | What | From | To |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(lines) + _rest(len(changes))


def listed(title: str, items: Iterable[str]) -> str:
    """Return a list under a heading, cut where it is long; "" where there is nothing in it."""
    lines = [f"- {code(item)}" for item in items]
    return f"#### {title}\n\n" + "\n".join(lines[:SHOWN]) + _rest(len(lines)) if lines else ""


def _rest(number: int) -> str:
    return f"\n\nand {number - SHOWN} more" if number > SHOWN else ""
