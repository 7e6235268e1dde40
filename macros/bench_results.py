"""The published runs of the benchmark as the performance chapter sees them.

Where no complete run is published, the chapter says so, and the pages build all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from macros.figures import Figures, Finding, NoFigureError, over_runs
from macros.methods import comparable, method_of
from macros.raw import raw
from macros.runs import Benchmark, Pair

NOTHING = "not measured yet"
WITHHELD = "withheld, because the machine was not quiet enough"
NO_RUN = (
    '<p class="td-unmeasured"><strong>No complete run of the benchmark is published yet.</strong> '
    "<code>make bench</code> makes one; this figure then appears by itself.</p>"
)


@dataclass(frozen=True)
class Results:
    """The published runs as the pages see them: the newest complete one, and all of them.

    ``versions`` are those of the frameworks that the site is about, by package.
    """

    runs: Sequence[Benchmark]
    repository: str
    versions: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def complete(self) -> list[Figures]:
        """Return the complete runs, oldest first."""
        return [Figures(run) for run in self.runs if run.status == "complete"]

    @property
    def current(self) -> Figures | None:
        """Return the newest complete run, or None."""
        return self.complete[-1] if self.complete else None

    def pair(self, pair_id: str) -> Pair:
        """Return a declared comparison of the newest run; raises NoFigureError."""
        assert self.current
        known = {pair.id: pair for pair in self.current.run.plan.headlines}
        if pair_id not in known:
            raise NoFigureError(f'no comparison "{pair_id}"; there are {", ".join(known)}')
        return known[pair_id]

    def alike(self, pair: Pair) -> list[Figures]:
        """Return the complete runs that measured a comparison as the newest does, and show it."""
        if self.current is None:
            return []
        way, scenario = method_of(self.current.run), self.current.row(pair.row).scenario
        return [
            figures
            for figures in self.complete
            if comparable(method_of(figures.run), way, scenario) and figures.shows(pair)
        ]

    def over_runs(self, pair: Pair) -> Finding | None:
        """Return what those runs say together; None where each of them withholds it."""
        found = [figures.finding(pair) for figures in self.alike(pair)]
        return over_runs(found) if found else None

    def together(self, pair_id: str) -> Finding | None:
        """Return what all complete runs say of a declared comparison; None where withheld."""
        return self.over_runs(self.pair(pair_id))


def needs_a_run(function: Callable[..., str]) -> Callable[..., str]:
    """Show NO_RUN instead of a figure while nothing is published."""

    def shown(results: Results, *given: object, **named: object) -> str:
        return raw(function(results, *given, **named) if results.current else NO_RUN)

    shown.__doc__ = function.__doc__
    return shown
