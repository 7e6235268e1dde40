"""The data together with its records: what each cell claims, and how far it can be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from macros.cell import Cell
from macros.evidence import Evidence, Observation, ReleaseDays, Releases, Run
from macros.framework import Framework
from macros.levels import State
from macros.model import Comparison, Row

FRESH_FOR = timedelta(days=90)


@dataclass(frozen=True)
class Ledger:
    """Everything that a page can show, as of ``today``."""

    comparison: Comparison
    today: date
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    run: Run | None = None
    releases: Releases | None = None
    release_days: ReleaseDays | None = None

    def observation(self, row_id: str, framework_id: str) -> Observation | None:
        """Return what the probe saw, or None where there is no record."""
        record = self.evidence.get(row_id)
        return record.cells.get(framework_id) if record else None

    def state(self, row_id: str, framework_id: str) -> State:
        """Return how far one cell can be trusted."""
        cell = self.comparison.cell(row_id, framework_id)
        framework = self.comparison.framework(framework_id)
        if cell.observed is not None and not self._agrees(row_id, framework, cell):
            return State.DISAGREES
        return State.STALE if self._is_stale(framework, cell) else cell.claimed_state

    def cells(self) -> Iterator[tuple[Row, Framework, Cell]]:
        """Yield every cell with its row and framework, in the order of the file."""
        for row in self.comparison.rows:
            for framework in self.comparison.frameworks:
                yield row, framework, row.cells[framework.id]

    def counts(self) -> dict[State, int]:
        """Return how many cells are in each state; every state is there, zero included."""
        seen = Counter(self.state(row.id, framework.id) for row, framework, _ in self.cells())
        return {state: seen[state] for state in State}

    def _agrees(self, row_id: str, framework: Framework, cell: Cell) -> bool:
        seen = self.observation(row_id, framework.id)
        if seen is None or seen.observed != cell.observed:
            return False
        return seen.versions.get(framework.package) == framework.version

    def _is_stale(self, framework: Framework, cell: Cell) -> bool:
        if cell.quote and cell.quote.checked:
            return self.today - cell.quote.checked.day > FRESH_FOR
        if cell.claimed_state in (State.JUDGED, State.UNKNOWN) or self.run is None:
            return False
        package = self.releases.packages.get(framework.package) if self.releases else None
        newest = package.newest if package else framework.version
        return newest != framework.version or self.today - self.run.day > FRESH_FOR
