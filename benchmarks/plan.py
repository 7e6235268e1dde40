"""What a run is to do: its rows, cores, levels and rates, fixed before the first sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import psutil

from benchmarks import catalog, comparisons
from benchmarks.session import CONNECTIONS
from benchmarks.stacks import Job
from macros.runs import Kind, Plan

LEVELS = (1, 10, 100, 1000)
RATES = (15, 150)
WAIT = 0.05
TURNS = 4  # visits of a computing row in each round; the one that cost least counts
SMOKE_ROWS = (
    "hello_flask_gthread", "hello_django_gthread", "hello_fastapi_uvicorn", "cpu_flask_gthread",
    "cpu_django_gthread", "cpu_fastapi_uvicorn", "body_flask_pydantic", "body_django_drf",
    "body_fastapi_uvicorn", "page_flask_jinja", "page_django_templates", "page_fastapi_jinja",
    "orm_flask_sqlalchemy", "orm_django_orm", "orm_fastapi_sqlmodel", "orm_fastapi_async",
)  # fmt: skip


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
    everything = catalog.jobs(worker_counts(psutil.cpu_count() or 1))
    if options.postgres:
        everything = tuple(_on_postgres(job) for job in everything)
    if options.kind == "full":
        return everything
    waiting = {"wait_fastapi_async", "wait_fastapi_blocking"}
    return tuple(job for job in everything if job.row.id in {*SMOKE_ROWS, *waiting})


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
