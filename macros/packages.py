"""The packages that cells name: which version was tried, how old it is, where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence import Package
from macros.model import Row
from macros.raw import raw
from macros.text import escape
from macros.view import View

_HEADS = ("Package", "Tried", "Its release", "Newest known", "Named in")


def package_table(view: View) -> str:
    """Return every package that a cell names, with its release days and its rows."""
    releases = view.ledger.releases
    if releases is None:
        return "The package index has not been asked yet: run `make packages`.\n"
    uses = _uses(view)
    rows = [
        _row(view, name, package, uses[name])
        for name, package in releases.packages.items()
        if name in uses
    ]
    heads = "\n".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    caption = f"{len(rows)} packages, as the package index knew them on {releases.day}"
    return raw(
        f'<div class="td-table" role="region" tabindex="0" aria-label="{escape(caption)}">\n'
        f'<table class="td-grid">\n<caption>{escape(caption)}</caption>\n'
        f"<thead>\n<tr>\n{heads}\n</tr>\n</thead>\n<tbody>\n"
        + "\n".join(rows)
        + "\n</tbody>\n</table>\n</div>"
    )


def _uses(view: View) -> dict[str, list[Row]]:
    uses: dict[str, list[Row]] = {}
    for row, _, cell in view.ledger.cells():
        if cell.package and row not in uses.setdefault(cell.package, []):
            uses[cell.package].append(row)
    return uses


def _row(view: View, name: str, package: Package, rows: list[Row]) -> str:
    links = ", ".join(f'<a href="{view.row_address(row)}">{escape(row.title)}</a>' for row in rows)
    cells = "\n".join(
        f'<td data-label="{head}">{text}</td>'
        for head, text in zip(_HEADS[1:], [*_releases(package), links], strict=True)
    )
    return f'<tr>\n<th scope="row">{escape(name)}</th>\n{cells}\n</tr>'


def _releases(package: Package) -> Iterator[str]:
    yield escape(package.version)
    yield str(package.released)
    newer = package.newest != package.version
    yield f"{escape(package.newest)}, {package.newest_released}" if newer else "the same"
