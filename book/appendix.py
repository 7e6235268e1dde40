"""What the book adds to the pages: proofs in short form, answers, and the index of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lxml import html

from book.links import SCHEME, anchor
from book.outline import EVIDENCE
from macros.cell import Cell
from macros.framework import Framework
from macros.ledger import Ledger
from macros.model import Row
from macros.text import escape, inline, plain

COMPARE = "compare/"


def proofs(article: Any, ledger: Ledger, address: str) -> None:
    """Replace what the list of a group's proofs shows by one line a cell; other pages stay."""
    group = address.removeprefix(EVIDENCE).strip("/")
    if not address.startswith(EVIDENCE) or group not in {
        each.id for each in ledger.comparison.groups
    }:
        return
    heading = article.xpath(".//h1")[0]
    for child in list(article):
        article.remove(child)
    article.append(heading)
    for row in ledger.comparison.rows_of(group):
        article.extend(html.fragments_fromstring(_row(ledger, row)))


def _row(ledger: Ledger, row: Row) -> str:
    compared = f"../../{COMPARE}{row.group}/#{row.id}"
    lines = [
        f'<h3 id="{row.id}">{escape(row.title)}</h3>',
        f'<p class="td-question">{escape(row.question)} <a href="{compared}">'
        f"Compare the answers</a> <small>make prove ONLY={row.id}</small></p>",
    ]
    for framework in ledger.comparison.frameworks:
        lines.append(_cell(ledger, row, framework, row.cells[framework.id]))
    return "\n".join(lines)


def _cell(ledger: Ledger, row: Row, framework: Framework, cell: Cell) -> str:
    state = ledger.state(row.id, framework.id)
    name = f'<span class="fw fw-{framework.id}">{escape(framework.name)}</span>'
    evidence = _evidence(ledger, row, framework, cell)
    return (
        f'<p class="proof" id="{row.id}-{framework.id}">{name} '
        f"{state.symbol} {state.word}: {escape(cell.answer)}. {evidence}</p>"
    )


def _evidence(ledger: Ledger, row: Row, framework: Framework, cell: Cell) -> str:
    if cell.quote:
        source = f'<a href="{escape(cell.quote.url)}">Official documentation</a>'
        return f'"{escape(cell.quote.words)}" {source}'
    if cell.judged or cell.unknown:
        label = "Opinion, because" if cell.judged else "Not known, because"
        return f"{label}: {inline(cell.judged or cell.unknown or '')}"
    seen = ledger.observation(row.id, framework.id)
    if seen is None:
        return f"Claimed <code>{escape(cell.observed or '')}</code>, not run yet."
    versions = ", ".join(f"{package} {version}" for package, version in seen.versions.items())
    return (
        f"{escape(seen.experiment)} Seen <code>{escape(seen.observed)}</code> "
        f"<small>with {escape(versions)}</small>"
    )


def answers(collected: Mapping[str, Sequence[Any]]) -> str:
    """Return the chapter of answers: by page, each question with every choice explained."""
    parts = ["<article><h1>Answers</h1>"]
    for title, blocks in collected.items():
        if blocks:
            parts.append(f"<h2>{escape(title)}</h2>")
            parts += [html.tostring(block, encoding="unicode") for block in blocks]
    return "\n".join([*parts, "</article>"])


def index_of_rows(ledger: Ledger, known: Iterable[str]) -> str:
    """Return the index: rows by title, and their other names, with the pages of both places."""
    held = set(known)
    entries = sorted(_entries(ledger, held), key=lambda entry: (entry[0].lower(), entry[1]))
    lines, letter = [], ""
    for name, title, place, proof in entries:
        first = name[0].upper() if name[0].isalpha() else "0 to 9"
        if first != letter:
            letter = first
            lines.append(f'<p class="letter">{escape(letter)}</p>')
        lines.append(_entry(name, title, place, proof if proof in held else ""))
    return '<article><div class="index">' + "\n".join(lines) + "</div></article>" if lines else ""


def _entries(ledger: Ledger, known: set[str]) -> Iterator[tuple[str, str, str, str]]:
    for row in ledger.comparison.rows:
        place = anchor(f"{COMPARE}{row.group}/", row.id)
        proof = anchor(f"{EVIDENCE}{row.group}/", row.id)
        if place in known:
            for name in (row.title, *row.aliases):
                yield plain(name), row.title, place, proof


def _entry(name: str, title: str, place: str, proof: str) -> str:
    told = "" if name == title else f" <small>({escape(title)})</small>"
    pages = [_page(place), *([f"proof {_page(proof)}"] if proof else [])]
    return (
        f"<p>{escape(name)}{told}, {' '.join(pages)}</p>"  # a short number leaves a gap behind it
    )


def _page(place: str) -> str:
    return f'<a class="pr" href="{SCHEME}{place}" data-to="{place}"></a>'
