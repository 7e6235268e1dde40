"""A run under way: what it has seen so far, the time that it may take, and its record."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import machine, writer
from benchmarks.plan import TURNS, Options
from benchmarks.progress import Teller
from benchmarks.servers import Running, Starter
from benchmarks.session import Session
from benchmarks.stacks import Job
from macros.runs import (
    SCHEMA,
    Benchmark,
    Ceiling,
    CrossCheck,
    Import,
    Phase,
    Plan,
    Stack,
    Status,
)

VISIT = 0.2  # seconds that one visit of a computing row takes


class CapError(RuntimeError):
    """The time that a run may take is over."""


@dataclass
class Run:
    """One run from start to end; ``record`` is what it has seen so far."""

    options: Options
    file: Path
    folder: Path
    jobs: tuple[Job, ...]
    session: Session
    plan: Plan
    starter: Starter
    wide: Starter
    ceiling: Ceiling | None = None
    stacks: tuple[Stack, ...] = ()
    imports: list[Import] = field(default_factory=list)
    crossed: list[CrossCheck] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    started: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))

    def __post_init__(self) -> None:
        self.random = random.Random(self.options.seed)
        self.machine = machine.describe()
        self.software = machine.software()
        self.teller = Teller(self.expected_seconds())

    def expected_seconds(self) -> float:
        """Return about how long the run takes on a quiet machine."""
        if self.options.kind == "smoke":
            return 40.0
        return self.options.rounds * (len(self._fixed_jobs()) * TURNS * VISIT + 54.0) + 167.0

    def _fixed_jobs(self) -> list[Job]:
        return [job for job in self.jobs if job.row.scenario != "wait"]

    def record(self, status: Status, reason: str = "") -> Benchmark:
        """Return what there is as a record."""
        load = round(os.getloadavg()[0], 2)
        return Benchmark(
            schema_version=SCHEMA, kind=self.options.kind, status=status, reason=reason,
            started=self.started, took=round(time.monotonic() - self.began, 1),
            plan=self.plan.model_copy(update={"requests": dict(self.session.requests)}),
            machine=self.machine.model_copy(update={"load_after": load}), software=self.software,
            checks=self.session.checks(), samples=tuple(self.session.samples),
            starts=tuple(self.session.starts), stacks=self.stacks, imports=tuple(self.imports),
            ceiling=self.ceiling, cross_checks=tuple(self.crossed), skipped=tuple(self.skipped),
        )  # fmt: skip

    def keep(self, status: Status = "interrupted", reason: str = "not finished") -> None:
        """Write the record; a crash later leaves it as it is."""
        writer.write(self.record(status, reason), self.file)

    def step(self, words: str, seconds: float) -> None:
        """Tell what comes; raises CapError when the time is over."""
        if time.monotonic() - self.began > self.options.cap:
            raise CapError(f"stopped at the cap of {self.options.cap:.0f} s, before: {words}")
        self.teller.step(words, seconds)

    def start(self, job: Job, phase: Phase) -> Running:
        """Start the server of a row, and note what that took; raises ServerError."""
        starter = self.wide if job.row.workers > 1 else self.starter
        running = starter.start(job)
        self.session.note_start(job, running, phase)
        return running

    def shuffled(self, jobs: Sequence[Job]) -> list[Job]:
        """Return the rows in an order by chance, which follows from the seed."""
        return self.random.sample(list(jobs), len(jobs))

    def halves(self) -> list[range]:
        """Return the rounds of each half; the servers start anew between the two."""
        rounds = self.options.rounds
        return [each for each in (range(rounds // 2), range(rounds // 2, rounds)) if each]
