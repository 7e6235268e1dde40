"""The first sheets: cover and contents."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from book.links import SCHEME
from builder.export import commit
from macros.ledger import Ledger
from macros.load import ROOT
from macros.text import escape

SHOWN = 10  # digits of a commit


def edition(ledger: Ledger, root: Path = ROOT) -> str:
    """Return which edition this is: its version, its day, and its commit where one is known."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = commit.of_data(root)
    of = f", commit {known[:SHOWN]}" if known else ""
    return f"Edition {project['version']} of {ledger.today}{of}."


def cover(title: str, description: str, site_url: str, ledger: Ledger) -> str:
    """Return the cover: what this is, of which versions and day, and how far to trust it."""
    versions = ", ".join(f"{each.name} {each.version}" for each in ledger.comparison.frameworks)
    rows = "\n".join(
        f'<tr><th scope="row">{state.symbol} {escape(state.word)}</th><td>{count} cells</td></tr>'
        for state, count in ledger.counts().items()
        if count or state.value == "disagrees"
    )
    run = (
        f"Last full run of the probes: {ledger.run.day}."
        if ledger.run
        else "No run of the probes yet."
    )
    return f"""<section class="cover">
<p class="title">{escape(title)}</p>
<p class="sub">{escape(description)}</p>
<p>{escape(versions)}</p>
<p>{run} {escape(edition(ledger))}</p>
<table><caption>How far the {sum(ledger.counts().values())} answers can be trusted</caption>
<thead><tr><th scope="col">State</th><th scope="col">Cells</th></tr></thead>
<tbody>{rows}</tbody></table>
<p class="small">The site with its data and the source of every probe:
<a href="{escape(site_url)}">{escape(site_url)}</a>.
Text and data CC BY 4.0, code MIT.</p>
</section>"""


def contents(entries: Iterable[tuple[int, str, str]], page: Mapping[str, int]) -> str:
    """Return the contents from (1 for a part or 2 for a page, title, anchor)."""
    kind = {1: "one", 2: "two"}
    lines = [
        f'<p class="{kind[level]}"><a href="{SCHEME}{place}" data-n="{page[place]}">'
        f"{escape(title)}</a></p>"
        for level, title, place in entries
    ]
    return '<section class="toc"><h1>Contents</h1>\n' + "\n".join(lines) + "\n</section>"
