"""What changed between versions: the answers of earlier versions beside the current ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.badges import framework_name
from macros.cell import Cell
from macros.framework import Framework
from macros.history import HistoryRecord, Seen, numbers
from macros.model import Row
from macros.raw import raw
from macros.text import escape, in_markdown, inline
from macros.view import View

Records = Sequence[HistoryRecord]


@dataclass(frozen=True)
class Change:
    """A row whose probe saw something else with an earlier version than it sees now."""

    row: Row
    now: str
    before: tuple[Seen | None, ...]


def changes(view: View, records: Records) -> str:
    """Return what changed, a section a framework, answers before errors, as Markdown."""
    return "\n".join(
        _section(view, framework, mine)
        for framework in view.frameworks
        if (mine := [record for record in records if record.framework == framework.id])
    )


def found_changes(view: View, framework: Framework, records: Records) -> list[Change]:
    """Return the rows that some of ``records`` saw otherwise, in the order of the data."""
    compared = [
        Change(row, now, tuple(record.rows.get(row.id) for record in records))
        for row in view.data.rows
        if (now := current(view, row, framework)) is not None
    ]
    return [change for change in compared if has_changed(change, framework, records)]


def has_changed(change: Change, framework: Framework, records: Records) -> bool:
    """Tell whether some earlier version was asked and did not give today's answer."""
    pairs = zip(change.before, records, strict=True)
    return any(seen and differs(seen, change.now, framework, record) for seen, record in pairs)


def is_change(change: Change, framework: Framework, records: Records) -> bool:
    """Tell whether some earlier version *saw* something else; an error is no answer."""
    pairs = zip(change.before, records, strict=True)
    return any(
        seen and seen.observed is not None and differs(seen, change.now, framework, record)
        for seen, record in pairs
    )


def current(view: View, row: Row, framework: Framework) -> str | None:
    """Return what the probe of a cell sees now, or None where no probe proves the cell."""
    seen = view.ledger.observation(row.id, framework.id)
    return seen.observed if seen else None


def differs(seen: Seen, now: str, framework: Framework, record: HistoryRecord) -> bool:
    """Tell whether a probe was run and saw more of a difference than the version's own number."""
    if seen.observed is None:
        return seen.error is not None
    return seen.observed.replace(record.version, framework.version) != now


def new_in(cell: Cell, records: Records) -> str | None:
    """Return the version that brought the answer, where it came after some earlier version.

    The cell says so, by the release notes: an error alone proves nothing to be new.
    """
    if cell.since and any(numbers(cell.since) > record.number for record in records):
        return cell.since
    return None


def unexplained(view: View, records: Records) -> list[str]:
    """Return the cells that an earlier version answered otherwise and that do not say why.

    Each is one message. ``since`` explains where it names a later version than the one that
    saw something else, ``changed`` explains in words.
    """
    return [
        f"{change.row.id}, {framework.id}: {framework.name} {old} saw something else; expected "
        "since with a later version, or changed with what is different; add one"
        for framework in view.frameworks
        for record in records
        if record.framework == framework.id
        for change in found_changes(view, framework, [record])
        if is_change(change, framework, [record])
        and not change.row.cells[framework.id].changed
        and not new_in(change.row.cells[framework.id], [record])
        for old in [record.version]
    ]


def _section(view: View, framework: Framework, records: Records) -> str:
    found = found_changes(view, framework, records)
    facts = "\n".join(_summary(view, framework, record) for record in records)
    changed = [each for each in found if is_change(each, framework, records)]
    failed = [each for each in found if each not in changed]
    caption = f"{framework.name}: {_counted(len(changed), 'answer')} that changed"
    parts = [
        f"<ul>\n{facts}\n</ul>",
        _table(view, framework, records, changed, caption)
        if changed
        else "<p>No answer changed.</p>",
    ]
    if failed:
        caption = f"{framework.name}: {_counted(len(failed), 'probe')} that could not run there"
        parts.append(_table(view, framework, records, failed, caption))
    heading = f"## {in_markdown(framework.name)} {{ #{framework.id} }}\n"
    return heading + raw("\n".join(parts))


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _summary(view: View, framework: Framework, record: HistoryRecord) -> str:
    """Return how many answers of an earlier version are today's, and what else moved."""
    now = {row.id: current(view, row, framework) for row in view.data.rows}
    asked = {row: seen for row, seen in record.rows.items() if now.get(row) and not seen.not_run}
    failed = sum(seen.error is not None for seen in asked.values())
    other = sum(differs(s, now[row] or "", framework, record) for row, s in asked.items()) - failed
    same = len(asked) - failed - other
    return (
        f"<li><strong>{escape(framework.name)} {escape(record.version)}</strong> "
        f"({record.released.isoformat()}): {same} of {len(asked)} probes see what they see with "
        f"{escape(framework.version)}, {other} see something else, {failed} cannot run."
        f"{_moved(record)}{_skipped(record)}</li>"
    )


def _moved(record: HistoryRecord) -> str:
    if not record.moved:
        return ""
    named = ", ".join(f"{name} {version}" for name, version in sorted(record.moved.items()))
    return f" Other versions with it: {escape(named)}."


def _skipped(record: HistoryRecord) -> str:
    """Return how many probes were left out, by reason."""
    reasons = [seen.not_run for seen in record.rows.values() if seen.not_run]
    each = [f"{reasons.count(reason)} ({escape(reason)})" for reason in sorted(set(reasons))]
    return f" Not run: {', '.join(each)}." if each else ""


def _table(
    view: View, framework: Framework, records: Records, found: Sequence[Change], caption: str
) -> str:
    heads = "\n".join(
        f'<th scope="col">{framework_name(framework)} <small>{escape(version)}</small></th>'
        for version in [*(record.version for record in records), framework.version]
    )
    rows = "\n".join(_row(view, framework, records, change) for change in found)
    return (
        f'<div class="td-table" role="region" tabindex="0" aria-label="{escape(caption)}">\n'
        f'<table class="td-grid">\n<caption>{escape(caption)}</caption>\n'
        f'<thead>\n<tr>\n<th scope="col">Question</th>\n{heads}\n</tr>\n</thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(view: View, framework: Framework, records: Records, change: Change) -> str:
    address = view.proof_address(change.row, framework)
    why = change.row.cells[framework.id].changed
    said = f"<br>\n<small>{inline(why)}</small>" if why else ""
    head = f'<th scope="row"><a href="{address}">{escape(change.row.title)}</a>{said}</th>'
    versions = [record.version for record in records]
    cells = [_cell(version, _seen(s)) for version, s in zip(versions, change.before, strict=True)]
    since = new_in(change.row.cells[framework.id], records)
    new = f" <strong>new in&nbsp;{escape(since)}</strong>" if since else ""
    now = f"<code>{escape(change.now)}</code>{new}"
    return "\n".join(["<tr>", head, *cells, _cell(framework.version, now), "</tr>"])


def _cell(version: str, content: str) -> str:
    return f'<td data-label="{escape(version)}">{content}</td>'


def _seen(seen: Seen | None) -> str:
    if seen is None:
        return "not asked yet"
    if seen.not_run:
        return f"not run: {escape(seen.not_run)}"
    if seen.error:
        return f"cannot run: {escape(seen.error)}"
    return f"<code>{escape(seen.observed)}</code>"
