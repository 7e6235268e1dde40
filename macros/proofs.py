"""The proof of each cell: claim, what was seen, the probe itself, versions, how to repeat it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode

from macros.badges import answer, framework_name, state_badge, support_badge
from macros.cell import Cell, Quote
from macros.framework import Framework
from macros.levels import State
from macros.measurements import MEASUREMENTS
from macros.model import Row
from macros.raw import raw
from macros.text import escape, in_markdown, inline
from macros.view import View, cell_id

Sources = Mapping[tuple[str, str], str]


def framework_proofs(
    view: View, group_id: str, framework_id: str, sources: Sources, repository: str
) -> str:
    """Return the proofs of a group for one framework as Markdown, a section a row.

    ``sources`` holds the source of each probe function; ``repository`` is the project's
    address, for the links to correct or report a cell. Raises UnknownNameError.
    """
    framework = view.data.framework(framework_id)
    return "\n".join(
        f"## {in_markdown(row.title)} {{ #{cell_id(row, framework)} }}\n"
        + raw(_proof(view, row, framework, sources, repository))
        for row in view.data.rows_of(group_id)
    )


def _proof(view: View, row: Row, framework: Framework, sources: Sources, repository: str) -> str:
    parts = (
        _question(view, row),
        _claim(view, row, framework),
        _evidence(view, row, framework),
        _source_block(sources.get((row.id, framework.id))),
        _links(view, row, framework, repository),
    )
    return "\n".join(part for part in parts if part)


def _question(view: View, row: Row) -> str:
    link = f'<a href="{view.row_address(row)}">Compare the answers</a>'
    return f'<p class="td-question">{escape(row.question)} {link}</p>'


def _claim(view: View, row: Row, framework: Framework) -> str:
    cell, version = row.cells[framework.id], f"<small>{escape(framework.version)}</small>"
    return (
        f"<p>{framework_name(framework)} {version}: <strong>{answer(cell)}</strong> "
        f"{support_badge(cell.support)} {state_badge(view.state(row, framework))}</p>"
    )


def _evidence(view: View, row: Row, framework: Framework) -> str:
    cell = row.cells[framework.id]
    if cell.quote:
        return _quotation(cell)
    if cell.judged or cell.unknown:
        label = "Opinion, because" if cell.judged else "Not known, because"
        return f"<p><strong>{label}:</strong> {inline(cell.judged or cell.unknown or '')}</p>"
    if cell.measured:
        return _measurement(view, framework, cell)
    return _observation(view, row, framework)


def _measurement(view: View, framework: Framework, cell: Cell) -> str:
    """Return what each run measured, and the way to the chapter that shows it."""
    measured = MEASUREMENTS[str(cell.measured)]
    lines = [("Claimed", answer(cell)), ("Figure", escape(measured.what))]
    for run, value in measured.by_run(view.runs, framework.id):
        packages = {name.lower(): version for name, version in run.software.packages.items()}
        lines.append((
            f"{run.started:%Y-%m-%d %H:%M} UTC",
            f"<code>{value.middle:.3g}</code> ({value.low:.3g} to {value.high:.3g}, 95 %), "
            f"n = {value.n}, {escape(framework.name)} "
            f"{escape(packages.get(framework.package.lower(), 'of a version not kept'))}",
        ))  # fmt: skip
    address = f"{view.root}performance/{measured.address}"
    lines += [
        ("Measured by", f'<a href="{address}">the benchmark</a>, one worker on the usual server'),
        ("Repeat", "<code>make bench</code>"),
    ]
    return _listing(lines)


def _quotation(cell: Cell) -> str:
    quote = cell.quote
    if quote is None:
        return ""
    if quote.checked:
        how = f"Looked up by hand on {quote.checked.day.isoformat()}: {inline(quote.checked.how)}"
    else:
        how = f"Found by <code>make prove-check</code> in <code>{escape(quote.archive)}</code>."
    return (
        f'<blockquote cite="{escape(quote.url)}"><p>{escape(quote.words)}</p></blockquote>\n'
        f'<p><a href="{escape(quote.url)}">Official documentation</a>. {how}</p>'
    )


def _observation(view: View, row: Row, framework: Framework) -> str:
    seen = view.ledger.observation(row.id, framework.id)
    lines = [("Claimed", f"<code>{escape(row.cells[framework.id].observed)}</code>")]
    if seen is None:
        lines.append(("Seen", "no record yet; run <code>make prove</code>"))
    else:
        versions = ", ".join(f"{name} {version}" for name, version in seen.versions.items())
        lines += [
            ("Experiment", escape(seen.experiment)),
            ("Seen", f"<code>{escape(seen.observed)}</code>"),
            ("With", escape(versions)),
        ]
    if changed := row.cells[framework.id].changed:
        lines.append(("Earlier", inline(changed)))
    lines.append(("Repeat", f"<code>make prove ONLY={row.id}</code>"))
    return _listing(lines)


def _listing(lines: Sequence[tuple[str, str]]) -> str:
    items = "\n".join(f"<dt>{name}</dt>\n<dd>{text}</dd>" for name, text in lines)
    return f'<dl class="td-proof">\n{items}\n</dl>'


def _source_block(source: str | None) -> str:
    """Return the probe, collapsed; without colors, which would cost ten nodes a line."""
    if source is None:
        return ""
    code = f"<pre><code>{escape(source)}\n</code></pre>"
    return f'<details class="example">\n<summary>The probe</summary>\n{code}\n</details>'


def probe_block(row: Row, framework_id: str, sources: Sources) -> str:
    """Return the probe of one cell as highlighted code; raises LookupError without one."""
    source = sources.get((row.id, framework_id))
    if source is None:
        raise LookupError(f"probes/{row.group}/{row.id}.py has no function {framework_id}()")
    return f'```python title="probes/{row.group}/{row.id}.py"\n{source}\n```\n'


def _links(view: View, row: Row, framework: Framework, repository: str) -> str:
    cell, place = row.cells[framework.id], f"{row.id}, {framework.id}"
    links = [
        (cell.docs, "Docs", "Official documentation"),
        (f"{repository}/blob/main/probes/{row.group}/{row.id}.py", "Probe file", "Probe file"),
        (f"{repository}/edit/main/data/comparison.yml", "Edit", "Edit the data"),
        (_report(view, row, framework, repository), "Report", "Report a mistake"),
    ]
    if cell.observed is None:
        del links[1]
    anchors = " · ".join(
        f'<a href="{escape(address)}" aria-label="{escape(f"{word}: {name}, {place}")}">{word}</a>'
        for address, word, name in links
    )
    return f'<p class="td-links">{anchors}</p>'


def _report(view: View, row: Row, framework: Framework, repository: str) -> str:
    """Return the way to the issue form for this cell; the keys are the ids of its fields."""
    fields = {
        "template": "wrong-cell.yml",
        "title": f"Wrong: {row.id}, {framework.id}",
        "cell": f"{row.id}, {framework.id}",
        "versions": f"{framework.name} {framework.version}",
        "state": view.state(row, framework),
    }
    return f"{repository}/issues/new?{urlencode(fields, quote_via=percent_encoded)}"


_WEAK = (State.DISAGREES, State.STALE, State.UNKNOWN, State.JUDGED)
_UNTESTABLE = (
    "## Not testable { #untestable }\n\n"
    "No program can answer these, so the official documentation is quoted. Words from a source "
    "archive are looked up by each `make prove-check`; the others were read by hand, on the day "
    "that the proof names.\n\n"
)


def gaps(view: View) -> str:
    """Return the cells that no program proves, by state, each with its reason, as Markdown."""
    weak: dict[State, list[str]] = {state: [] for state in _WEAK}
    quoted: list[str] = []
    for row, framework, cell in view.ledger.cells():
        state = view.state(row, framework)
        if state in weak:
            weak[state].append(_gap(view, row, framework, _reason(cell)))
        if cell.quote:
            reason = f"{row.untestable} {_looked_up(cell.quote)}"
            quoted.append(_gap(view, row, framework, reason))
    sections = [
        f"## {state.word} {{ #{state} }}\n\n{escape(state.meaning)}\n\n" + _listed(items)
        for state, items in weak.items()
    ]
    return "\n".join([*sections, _UNTESTABLE + _listed(quoted)])


def _reason(cell: Cell) -> str:
    return cell.unknown or cell.judged or cell.answer


def _looked_up(quote: Quote) -> str:
    return "Looked up by hand." if quote.checked else "Looked up by a program."


def _gap(view: View, row: Row, framework: Framework, reason: str) -> str:
    link = f'<a href="{view.proof_address(row, framework)}">{escape(row.title)}</a>'
    return f"<li>{link}, {escape(framework.name)}: {inline(reason)}</li>"


def _listed(items: list[str]) -> str:
    return raw("<ul>\n" + "\n".join(items) + "\n</ul>") if items else "No cell.\n"
