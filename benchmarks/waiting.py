"""The rows that wait: at each number of connections, then at fixed rates."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import uvloop

from benchmarks import answers, generator
from benchmarks.plan import RATES
from benchmarks.servers import Running
from benchmarks.session import Visit
from benchmarks.stacks import Job
from benchmarks.underway import Run
from macros.runs import Sample

RAMP, WINDOW = 0.1, 0.35
MANY_WINDOW = 1.0  # at 1,000 connections, for rows that have no slots to be full
FULL_RAMP = 0.25  # at 1,000 connections, for rows that are full long before
QUEUE = 0.6  # seconds of work left behind; more than that and the server is replaced
OPEN_SECONDS = 1.0


def sweep(run: Run, jobs: Sequence[Job], levels: Sequence[int]) -> None:
    """Visit the rows at each number of connections; all start anew half-way."""
    for restart, half in enumerate(run.halves()):
        running: dict[str, Running] = {}
        with _ended(running):
            for number in half:
                visits = [(job, each) for job in run.shuffled(jobs)
                          for each in run.random.sample(levels, len(levels))]  # fmt: skip
                for order, (job, level) in enumerate(visits):
                    is_first = order % len(levels) == 0
                    _climb(run, Visit(job, number, order, restart), running, level, is_first)
                run.keep()


@contextlib.contextmanager
def _ended(running: Mapping[Any, Running]) -> Iterator[None]:
    try:
        yield
    finally:
        for each in running.values():
            each.stop(at_once=True)


def _climb(run: Run, visit: Visit, running: dict[str, Running], level: int, is_first: bool) -> None:
    """Visit a row at one level; a server that would work on for long is ended.

    The levels of a row follow each other at once: the check after one is that before the next.
    """
    row = visit.job.row.id
    run.step(f"S5, round {visit.round + 1}: {row}, {level} connections", 1.4)
    if row not in running:
        running[row] = _fresh(run, visit.job)
    elif is_first:
        run.session.check(visit.job, running[row].port, "before")
    sample = _at_level(run, visit, running[row], level)
    if _left_behind(sample) <= QUEUE and running[row].drain(1.5):
        run.session.check(visit.job, running[row].port, "after")
    else:
        running.pop(row).stop(at_once=True)


def _fresh(run: Run, job: Job) -> Running:
    running = run.start(job, "closed")
    uvloop.run(generator.fixed(running.port, answers.requests(job, 0), 4, 4, 5.0))
    run.session.check(job, running.port, "before")
    return running


def _at_level(run: Run, visit: Visit, running: Running, level: int) -> Sample:
    if visit.job.row.slots is None:
        seconds = MANY_WINDOW if level > 100 else WINDOW
        return run.session.waves(visit, running, level, seconds)
    ramp = FULL_RAMP if level > 100 else RAMP
    return run.session.closed(visit, running, level, ramp, WINDOW)


def _left_behind(sample: Sample) -> float:
    """Return how many seconds of work the server still has when the clients leave."""
    return sample.connections / sample.rate if sample.requests else float("inf")


def offer(run: Run, jobs: Sequence[Job]) -> None:
    """Visit the rows at fixed rates; all start anew half-way.

    A rate above a row's capacity is not offered.
    """
    visits = [(job, rate) for job in jobs for rate in RATES if _can_serve(run, job, rate)]
    for restart, half in enumerate(run.halves()):
        running: dict[tuple[str, ...], Running] = {}
        with _ended(running):
            for number in half:
                for order, (job, rate) in enumerate(run.random.sample(visits, len(visits))):
                    _at_rate(run, Visit(job, number, order, restart), running, rate)
                run.keep()


def _at_rate(run: Run, visit: Visit, running: dict[tuple[str, ...], Running], rate: int) -> None:
    """Offer one rate; a server that left requests unserved is ended."""
    job, key = visit.job, visit.job.server_key
    run.step(f"S5, round {visit.round + 1}: {job.row.id}, {rate} requests/s", 1.3)
    if key not in running:
        running[key] = run.start(job, "open")
    run.session.check(job, running[key].port, "before")
    sample = run.session.open(visit, running[key], rate, OPEN_SECONDS)
    if not sample.unserved and running[key].drain(1.5):
        run.session.check(job, running[key].port, "after")
    else:
        running.pop(key).stop(at_once=True)


def _can_serve(run: Run, job: Job, rate: int) -> bool:
    rates: dict[int, list[float]] = {}
    for sample in run.session.samples:
        if sample.row == job.row.id and sample.loop == "closed":
            rates.setdefault(sample.connections, []).append(sample.rate)
    capacity = max(sorted(each)[len(each) // 2] for each in rates.values())
    if capacity < rate:
        said = f"{rate} requests/s were not offered to {job.row.id}"
        run.skipped.append(f"{said}: it serves {capacity:.0f}")
    return capacity >= rate
