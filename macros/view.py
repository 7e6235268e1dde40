"""What a page is shown: the data, the way to the root of the site, the frameworks in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from macros.framework import Framework
from macros.ledger import Ledger
from macros.levels import State
from macros.model import Comparison, Row
from macros.runs import Benchmark


@dataclass(frozen=True)
class View:
    """The data as one page sees it, with the benchmark's ``runs``.

    ``root`` leads from the page to the root of the site. Where the sections of the rows
    stand on the page itself, ``sections`` is true and tables link to them.
    """

    ledger: Ledger
    root: str = ""
    frameworks: Sequence[Framework] = field(default=())
    anchors: bool = True
    sections: bool = False
    runs: Sequence[Benchmark] = ()

    def __post_init__(self) -> None:
        if not self.frameworks:
            object.__setattr__(self, "frameworks", self.data.frameworks)

    @property
    def data(self) -> Comparison:
        """Return the compared frameworks, groups and rows."""
        return self.ledger.comparison

    def only(self, *framework_ids: str) -> View:
        """Return the view with these frameworks as columns; raises UnknownNameError."""
        return replace(self, frameworks=[self.data.framework(name) for name in framework_ids])

    def state(self, row: Row, framework: Framework) -> State:
        """Return how far one cell can be trusted."""
        return self.ledger.state(row.id, framework.id)

    def group_address(self, group_id: str) -> str:
        """Return the way to the page of a group."""
        return f"{self.root}compare/{group_id}/"

    def row_address(self, row: Row) -> str:
        """Return the way to the section of a row."""
        return f"#{row.id}" if self.sections else f"{self.group_address(row.group)}#{row.id}"

    def proofs_address(self, group_id: str) -> str:
        """Return the way to the list of a group's proofs."""
        return f"{self.root}evidence/{group_id}/"

    def proof_address(self, row: Row, framework: Framework) -> str:
        """Return the way to the proof of a cell."""
        page = f"{self.proofs_address(row.group)}{framework.id}/"
        return f"{page}#{cell_id(row, framework)}"


def cell_id(row: Row, framework: Framework) -> str:
    """Return the anchor of a cell: stable, and made of the two ids."""
    return f"{row.id}-{framework.id}"
