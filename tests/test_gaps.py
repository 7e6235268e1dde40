"""The page of gaps lists what no program proves, and says of each cell why."""

from __future__ import annotations

import re

import pytest

from macros import proofs
from macros.ledger import Ledger
from macros.view import View


@pytest.fixture(scope="module")
def untestable(ledger: Ledger) -> str:
    """Return the section about what no program can answer."""
    return proofs.gaps(View(ledger, "../../")).split("## Not testable")[1]


def test_every_quoted_cell_is_there_with_its_reason_and_how_it_is_looked_up(
    ledger: Ledger, untestable: str
) -> None:
    quoted = [(row, f, cell) for row, f, cell in ledger.cells() if cell.quote]
    items = re.findall(r"<li>.*</li>", untestable)
    assert len(items) == len(quoted) > 0
    for (row, framework, cell), item in zip(quoted, items, strict=True):
        assert f"#{row.id}-{framework.id}" in item
        assert row.untestable in item
        by_hand = cell.quote is not None and cell.quote.checked is not None
        assert ("Looked up by hand." in item) == by_hand
        assert ("Looked up by a program." in item) != by_hand


def test_both_ways_of_looking_up_occur(untestable: str) -> None:
    assert "Looked up by hand." in untestable
    assert "Looked up by a program." in untestable
