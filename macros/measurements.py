"""What a cell that says *measured* rests on: figures of the benchmark's records.

The number of such a cell must lie inside the interval that all complete runs give together,
else the build stops.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from macros.figures import Figures, NoFigureError, joint
from macros.model import Comparison
from macros.resampling import Estimate, estimate
from macros.runs import Benchmark

USUAL = {
    "flask": "hello_flask_gthread",
    "django": "hello_django_gthread",
    "fastapi": "hello_fastapi_uvicorn",
}
_NUMBER = re.compile(r"([0-9.]+) ms\b")


def _request(figures: Figures, framework: str) -> Estimate:
    return _in_milliseconds(figures.cpu(USUAL[framework]))


def _start(figures: Figures, framework: str) -> Estimate:
    usual = figures.row(USUAL[framework]).server.split()[0]
    starts = figures.starts(framework, usual)
    if not starts:
        raise NoFigureError(f'no start of "{framework}" in {figures.run.name}')
    return _in_milliseconds(estimate([[each.cpu for each in starts]]))


def _in_milliseconds(value: Estimate) -> Estimate:
    low, middle, high = (1000 * each for each in (value.low, value.middle, value.high))
    return Estimate(middle, low, high, value.n)


@dataclass(frozen=True)
class Measurement:
    """A figure in milliseconds: how it follows from a record, and where a page explains it."""

    what: str
    address: str
    figure: Callable[[Figures, str], Estimate]

    def by_run(self, runs: Iterable[Benchmark], framework: str) -> list[tuple[Benchmark, Estimate]]:
        """Return what each complete run that has the figure says of a framework, oldest first."""
        found = []
        for run in runs:
            with suppress(NoFigureError):
                if run.status == "complete":
                    found.append((run, self.figure(Figures(run), framework)))
        return found


MEASUREMENTS = {
    "request_cpu": Measurement(
        "CPU time of the server for one hello as JSON, in ms", "cost/#hello", _request
    ),
    "start_cpu": Measurement(
        "CPU time from the command to the first right answer, in ms", "cost/#footprint", _start
    ),
}


def problems(data: Comparison, runs: Sequence[Benchmark]) -> list[str]:
    """Return the measured cells that the records do not bear out, a line each."""
    found = []
    for row in data.rows:
        for framework, cell in row.cells.items():
            if cell.measured and (said := _problem(cell.measured, framework, cell.answer, runs)):
                found.append(f"data/comparison.yml:1: {row.id}, {framework}: {said}")
    return found


def _problem(name: str, framework: str, answer: str, runs: Sequence[Benchmark]) -> str | None:
    if name not in MEASUREMENTS:
        known = ", ".join(MEASUREMENTS)
        return f'no "{name}" is measured; expected one of {known}; correct the key measured'
    number = _NUMBER.search(answer)
    if number is None:
        return f'no number in "{answer}"; expected milliseconds; write for example "0.5 ms"'
    values = [value for _, value in MEASUREMENTS[name].by_run(runs, framework)]
    if not values:
        return "no complete run has this figure; expected a record with it; run `make bench`"
    together = joint(values)
    if together.low <= float(number[1]) <= together.high:
        return None
    return (
        f'"{answer}" is not what the records say; expected {together.low:.3g} to '
        f"{together.high:.3g} ms, their middle is {together.middle:.3g} ms; correct the answer"
    )
