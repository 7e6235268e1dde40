"""One visit of one row: warm up, check, load, read the meters, check again."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import psutil
import uvloop

from benchmarks import answers, gates, generator, meters
from benchmarks.loop import Load
from benchmarks.servers import Running
from benchmarks.stacks import Job
from macros.runs import Check, Phase, Sample, Start

CONNECTIONS = 16
SAMPLE_SECONDS = 0.1
FEWEST, MOST = 48, 8000  # requests of one sample
WARM_WINDOW, WARM_REQUESTS, WARM_LIMIT = 0.25, 500, 1.25
STEADY = 0.05  # two windows this close are warm
LIMIT = 15.0  # seconds for one sample, whatever happens
WAVE_LIMIT = 8.0  # of them for waves of answers


def percentile(values: Sequence[int], share: float) -> int:
    """Return the value that ``share`` of the values do not exceed; 0 where there is none."""
    if not values:
        return 0
    return sorted(values)[min(len(values) - 1, math.ceil(share * len(values)) - 1)]


@dataclass
class Visit:
    """Where a sample stands in the run."""

    job: Job
    round: int
    order: int
    restart: int
    turn: int = 0


@dataclass
class Session:
    """What a run has seen so far."""

    seed: int
    helpers: list[psutil.Process] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    seen: Counter[Check] = field(default_factory=Counter)
    requests: dict[str, int] = field(default_factory=dict)

    def note_start(self, job: Job, running: Running, phase: Phase) -> None:
        """Keep what a start took."""
        self.starts.append(
            Start(row=job.row.id, phase=phase, ready=round(running.ready, 4),
                  cpu=round(running.ready_cpu, 4), memory=meters.memory(running.tree),
                  processes=len(running.tree))
        )  # fmt: skip

    def check(self, job: Job, port: int, when: Literal["before", "after"]) -> None:
        """Check one answer; raises WrongAnswerError."""
        self.seen[answers.check(job, port, when)] += 1

    def checks(self) -> tuple[Check, ...]:
        """Return every distinct answer with how often it was seen."""
        return tuple(check.model_copy(update={"times": n}) for check, n in self.seen.items())

    def warm(self, job: Job, port: int) -> None:
        """Ask until two windows agree; choose the row's number of requests, once."""
        rate = asked = spent = 0.0
        while spent < WARM_LIMIT:
            load = self._load(generator.closed(port, self._asks(job), CONNECTIONS, 0, WARM_WINDOW))
            before, rate = rate, len(load.latencies) / WARM_WINDOW
            asked, spent = asked + len(load.latencies), spent + WARM_WINDOW
            steady = before and abs(rate / before - 1) < STEADY
            if steady and asked >= WARM_REQUESTS:
                break
        wanted = min(MOST, max(FEWEST, round(rate * SAMPLE_SECONDS)))
        self.requests.setdefault(job.row.id, wanted)

    def fixed(self, visit: Visit, running: Running) -> Sample:
        """Take one sample of a fixed number of requests."""
        number = self.requests[visit.job.row.id]
        asks = self._asks(visit.job)
        work = generator.fixed(running.port, asks, CONNECTIONS, number, LIMIT)
        return self._sample(visit, running, work, loop="fixed", connections=CONNECTIONS)

    def closed(
        self, visit: Visit, running: Running, connections: int, ramp: float, seconds: float
    ) -> Sample:
        """Take one sample of a fixed time with ``connections`` requests under way."""
        work = generator.closed(running.port, self._asks(visit.job), connections, ramp, seconds)
        return self._sample(visit, running, work, loop="closed", connections=connections)

    def waves(self, visit: Visit, running: Running, connections: int, seconds: float) -> Sample:
        """Take one sample of whole waves with ``connections`` requests under way."""
        asks = self._asks(visit.job)
        work = generator.waves(running.port, asks, connections, seconds, WAVE_LIMIT)
        return self._sample(visit, running, work, loop="closed", connections=connections)

    def open(self, visit: Visit, running: Running, rate: int, seconds: float) -> Sample:
        """Take one sample of requests that are due at random, ``rate`` a second on average."""
        work = generator.opened(
            running.port, self._asks(visit.job), self._gaps(visit, rate, seconds), grace=1.0
        )
        return self._sample(visit, running, work, loop="open", offered=rate)

    def _gaps(self, visit: Visit, rate: int, seconds: float) -> list[float]:
        """Return one schedule for a rate and a round: every row of it gets the same."""
        chance = random.Random(f"{self.seed} {rate} {visit.round}")
        return [chance.expovariate(rate) for _ in range(round(rate * seconds))]

    def _asks(self, job: Job) -> list[bytes]:
        return answers.requests(job, self.seed)

    def _load(self, work: Any) -> Load:
        load: Load = uvloop.run(work)
        return load

    def _sample(self, visit: Visit, running: Running, work: Any, **kind: Any) -> Sample:
        before = meters.read(running.tree, self.helpers)
        load = self._load(work)
        spent = meters.read(running.tree, self.helpers).since(before)
        sample = Sample(
            row=visit.job.row.id, round=visit.round, order=visit.order, restart=visit.restart,
            turn=visit.turn, **kind, **_counted(load, kind["loop"]), **_spent(spent),
        )  # fmt: skip
        sample = sample.model_copy(update={"marks": gates.marks(sample)})
        self.samples.append(sample)
        return sample


def _counted(load: Load, loop: str) -> dict[str, Any]:
    """Return what the generator saw; an open loop keeps each latency, in tenths of a ms."""
    exact = tuple(each // 100_000 for each in load.latencies)
    return {
        "requests": len(load.latencies), "errors": load.errors, "unserved": load.unserved,
        "wall": round(load.wall / 1e9, 5), "lag": round(percentile(load.lags, 0.99) / 1e9, 5),
        "in_flight": round(load.in_flight, 2), "cut": load.cut,
        **({"latencies": exact} if loop == "open" else {}),
    }  # fmt: skip


def _spent(spent: meters.Reading) -> dict[str, Any]:
    return {
        "span": round(spent.wall, 5), "cpu": round(spent.cpu, 5), "user": round(spent.user, 2),
        "system": round(spent.system, 2), "switches": max(0, spent.switches),
        "foreign": round(spent.foreign, 3), "steal": round(max(0.0, spent.steal), 3),
        "generator": round(spent.generator, 4),
    }  # fmt: skip
