"""Made-up records for the tests of figures and pages; their numbers mean nothing."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any

from benchmarks import catalog, comparisons
from macros import methods
from macros.runs import (
    Benchmark,
    BenchRow,
    Ceiling,
    CrossCheck,
    Import,
    Machine,
    Plan,
    Sample,
    Software,
    Stack,
    Start,
)

LEVELS = (1, 10, 100, 1000)
COSTS = {"hello": 250, "body": 600, "orm": 900, "page": 700, "cpu": 1500, "workers": 300,
         "call": 1200}  # fmt: skip
SERVERS = {"flask": "Gunicorn", "django": "Gunicorn", "fastapi": "Uvicorn"}
SHARES = {"flask": 1.0, "django": 1.6, "fastapi": 0.8}


def plan(rounds: int = 8) -> Plan:
    return Plan(
        seed=1, rounds=rounds, cap=900, connections=16, levels=LEVELS, rates=(15, 150), wait=0.05,
        server_cores=(1,), generator_cores=(0,), scenarios=catalog.SCENARIOS,
        rows=tuple(job.row for job in catalog.jobs()), headlines=comparisons.HEADLINES,
        control=comparisons.CONTROL,
    )  # fmt: skip


def sample(row: str, number: int = 0, **given: Any) -> Sample:
    values: dict[str, Any] = {
        "row": row, "round": number, "order": 0, "restart": number // 4, "loop": "fixed",
        "connections": 16, "requests": 1000, "errors": 0, "unserved": 0, "wall": 0.4, "span": 0.41,
        "cpu": 0.3, "user": 0.2, "system": 0.1, "switches": 10, "foreign": 0.01, "steal": 0.0,
        "generator": 0.1, "lag": 0.0005, "in_flight": 16.0,
    }  # fmt: skip
    return Sample(**{**values, **given})


def cost(row: BenchRow) -> float:
    """Return made-up microseconds of a request."""
    server = 0.6 if "Granian" in row.server else 1.0
    extra = {"Django REST framework": 2.0, "HTTPX": 1.4, "the same again": 1.0, None: 1.0}.get(
        row.extra, 1.1
    )
    work = 1300 if row.path == "/cpu" else 0
    return COSTS[row.scenario] * SHARES[row.framework] * server * extra + work


def record(rounds: int = 8, seed: int = 1, noise: float = 0.01, **given: Any) -> Benchmark:
    """Return a whole record: each row's made-up cost with ``noise`` around it."""
    chance = random.Random(seed)
    made, samples = plan(rounds), []
    for row in made.rows:
        for number in range(rounds):
            factor = chance.lognormvariate(0, noise)
            if row.scenario == "wait":
                samples += _waiting(row, number, factor)
            else:
                cpu = cost(row) * 1e-6 * 1000 * factor
                samples.append(sample(row.id, number, cpu=cpu, wall=cpu * 1.05, span=cpu * 1.06))
    values: dict[str, Any] = {
        "schema_version": 1, "kind": "full", "status": "complete",
        "started": datetime(2026, 11, 20 + seed, 15, 0, tzinfo=UTC), "took": 520.0, "plan": made,
        "machine": Machine(processor="A processor", cores=2, kernel="Linux 6.1 x86_64",
                           memory=8 * 10**9, load_before=0.1, load_after=1.0),
        "software": Software(python="3.13.0", build="CPython", lock="0" * 64,
                             packages={"flask": "3.1.3", "granian": "2.8.7"},
                             code="0" * 12, method=methods.CURRENT),
        "samples": tuple(samples), "starts": _starts(made), "stacks": _stacks(),
        "imports": tuple(Import(framework=each, round=number, cpu=0.3 * SHARES[each], bare=0.02)
                         for each in SHARES for number in range(rounds)),
        "ceiling": Ceiling(rate=24000.0, generator_per_request=4e-05),
        "cross_checks": (
            CrossCheck(row="hello_flask_gthread", tool="wrk", ours=3000, theirs=3050),),
        "name": f"made-up-{seed}",
    }  # fmt: skip
    return Benchmark(**{**values, **given})


def _waiting(row: BenchRow, number: int, factor: float) -> list[Sample]:
    made = []
    for level in LEVELS:
        rate = min(level, row.slots or 10_000) / 0.05
        rate = min(rate, 4000.0) * factor
        answered = max(1, round(rate * 0.35))
        made.append(
            sample(row.id, number, loop="closed", connections=level, requests=answered, wall=0.35,
                   span=0.45, cpu=min(0.45, rate * 0.0002))
        )  # fmt: skip
    if number < 4:
        for rate in (15, 150):
            if (row.slots or 1000) / 0.05 > rate:
                made.append(
                    sample(row.id, number, loop="open", connections=0, offered=rate,
                           requests=2 * rate,
                           latencies=tuple(510 + n % 40 for n in range(2 * rate)))
                )  # fmt: skip
    return made


def _starts(made: Plan) -> tuple[Start, ...]:
    return tuple(
        Start(row=row.id, phase="closed", ready=0.4, cpu=0.35 * SHARES[row.framework],
              memory=40_000_000, processes=2)
        for row in made.rows for _ in range(8)
    )  # fmt: skip


def _stacks() -> tuple[Stack, ...]:
    return tuple(
        Stack(framework=each, server=SERVERS[each], requirement=f"{each} gunicorn",
              distributions=("a", "b"), size=5_000_000)
        for each in SHARES
    )  # fmt: skip
