"""What a run is to do: its rows, cores, levels and rates, fixed before the first sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import psutil

from benchmarks import catalog, comparisons
from benchmarks.session import CONNECTIONS
from benchmarks.stacks import Job
from macros.runs import BenchRow, Kind, Plan

LEVELS = (1, 10, 100, 1000)
RATES = (15, 150)
WAIT = 0.05
TURNS = 4  # visits of a computing row in each round; the one that cost least counts


@dataclass(frozen=True)
class Options:
    """How long and on what a run measures."""

    seed: int
    rounds: int = 8
    cap: float = 900.0
    kind: Kind = "full"
    postgres: str | None = None


def cores() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the cores of the servers and of the generator; empty where nothing can be pinned."""
    me = psutil.Process()
    if not hasattr(me, "cpu_affinity"):
        return (), ()
    mine = tuple(me.cpu_affinity())
    return (mine[-1:], mine[:1]) if len(mine) > 1 else ((), ())


def worker_counts(number_of_cores: int) -> tuple[int, ...]:
    """Return how many workers S7 tries beside one: 2, and on larger machines all but one core."""
    return tuple(sorted({2, *([number_of_cores - 1] if number_of_cores > 3 else [])}))


def _on_postgres(job: Job) -> Job:
    """Return a row of S3 with the database that it uses instead of SQLite, others as they are."""
    if job.row.scenario != "orm":
        return job
    deviations = (*job.row.deviations, "PostgreSQL")
    return replace(job, row=job.row.model_copy(update={"deviations": deviations}))


def chosen(options: Options) -> tuple[Job, ...]:
    """Return the rows of this kind of run."""
    is_full = options.kind == "full"
    everything = catalog.jobs(worker_counts(psutil.cpu_count() or 1) if is_full else (2,))
    if options.postgres:
        everything = tuple(_on_postgres(job) for job in everything)
    return everything if is_full else one_of_each_kind(everything)


def kinds(row: BenchRow) -> set[tuple[str, ...]]:
    """Return what a row has that must work: job, server, kind of function, and other choices."""
    chosen_too = (row.extra, *row.deviations)
    return {
        (row.framework, row.scenario),
        (row.framework, row.server),
        (row.framework, row.handler),
        *((row.framework, each) for each in chosen_too if each),
    }


def one_of_each_kind(jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Return the first row of every kind; whatever adds none is left out."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for job in jobs:
        if new := kinds(job.row) - seen:
            seen |= new
            found.append(job)
    return tuple(found)


def plan_of(options: Options, jobs: Sequence[Job]) -> Plan:
    """Return the plan, which stands before the first sample."""
    server_cores, generator_cores = cores()
    smoke = options.kind == "smoke"
    return Plan(
        seed=options.seed, rounds=options.rounds,
        turns=1 if smoke else TURNS, cap=options.cap, connections=CONNECTIONS,
        levels=(50,) if smoke else LEVELS, rates=() if smoke else RATES, wait=WAIT,
        server_cores=server_cores, generator_cores=generator_cores,
        scenarios=catalog.SCENARIOS, rows=tuple(job.row for job in jobs),
        headlines=() if smoke else comparisons.HEADLINES, control=comparisons.CONTROL,
    )  # fmt: skip
