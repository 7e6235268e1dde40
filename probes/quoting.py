"""Check the quotations of the data against the documentation of the pinned versions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from macros.framework import Framework
from macros.ledger import Ledger
from macros.model import Row
from probes import quotes
from probes.package_index import IndexUnavailableError


def problems(
    ledger: Ledger, lines: Mapping[str, int], only: Collection[str] | None = None
) -> list[str]:
    """Return one clear message for each quotation of the chosen rows that does not hold."""
    try:
        return list(_lost_quotes(ledger, lines, only))
    except IndexUnavailableError as error:
        return [str(error)]


def _lost_quotes(
    ledger: Ledger, lines: Mapping[str, int], only: Collection[str] | None
) -> Iterator[str]:
    for row, framework, cell in ledger.cells():
        if cell.quote is None or (only and row.id not in only):
            continue
        result = quotes.find(cell.quote)
        if not result.holds:
            yield _message(row, framework, lines, result)


def _message(
    row: Row, framework: Framework, lines: Mapping[str, int], result: quotes.QuoteResult
) -> str:
    where = f"{result.quote.archive} of {framework.name} {framework.version}"
    detail = f" ({result.detail})" if result.detail else ""
    return (
        f"data/comparison.yml:{lines.get(row.id, 1)}: {row.id}, {framework.id}: "
        f'the quote "{result.quote.words[:60]}..." is {result.state} in {where}; '
        f"expected the exact words{detail}; quote what the documentation says now"
    )
