"""The rows that compute: a fixed number of requests, in several turns of each round."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence

from benchmarks import answers, crosscheck, servers
from benchmarks.loop import HOST
from benchmarks.servers import Running
from benchmarks.session import Visit
from benchmarks.stacks import Job
from benchmarks.underway import VISIT, Run

SMOKE_REQUESTS = 200
CROSS_CHECKED = ("hello_flask_gthread", "hello_fastapi_uvicorn", "cpu_django_gthread")
Servers = Mapping[tuple[str, ...], Running]


def measure(run: Run, name: str, jobs: Sequence[Job]) -> None:
    """Visit the rows round by round; all servers start anew half-way."""
    for restart, half in enumerate(run.halves()):
        with _all_running(run, jobs) as running:
            for number in half:
                for visit in visits(run, jobs, number, restart):
                    place = f"{name}, round {number + 1} of {run.options.rounds}"
                    run.step(f"{place}: {visit.job.row.id}", VISIT)
                    _visit(run, visit, running[visit.job.server_key])
                run.keep()
            if restart == 0 and run.options.kind == "full":
                _cross_check(run, jobs, running)


def visits(run: Run, jobs: Sequence[Job], number: int, restart: int) -> Iterator[Visit]:
    """Yield every row in each turn of a round, so that a disturbed moment costs one turn."""
    for turn in range(run.plan.turns):
        for order, job in enumerate(run.shuffled(jobs)):
            yield Visit(job, number, order, restart, turn)


@contextlib.contextmanager
def _all_running(run: Run, jobs: Sequence[Job]) -> Iterator[Servers]:
    running: dict[tuple[str, ...], Running] = {}
    try:
        for job in run.shuffled(jobs):
            run.step(f"starting and warming: {job.row.id}", 1.1)
            if job.server_key not in running:
                running[job.server_key] = run.start(job, "fixed")
            _prepare(run, job, running[job.server_key])
        yield running
    finally:
        for each in running.values():
            each.stop(at_once=True)


def _prepare(run: Run, job: Job, running: Running) -> None:
    run.session.check(job, running.port, "before")
    if run.options.kind == "smoke":
        run.session.requests[job.row.id] = SMOKE_REQUESTS
    elif job.row.scenario != "wait":
        run.session.warm(job, running.port)


def _visit(run: Run, visit: Visit, running: Running) -> None:
    if visit.turn == 0:
        run.session.check(visit.job, running.port, "before")
    run.session.fixed(visit, running)
    running.drain()
    if visit.turn == run.plan.turns - 1:
        run.session.check(visit.job, running.port, "after")


def _cross_check(run: Run, jobs: Sequence[Job], running: Servers) -> None:
    for job in (job for job in jobs if job.row.id in CROSS_CHECKED):
        run.step(f"cross-check: {job.row.id}", 7.0 if crosscheck.tools() else 0.0)
        server = running[job.server_key]
        url = f"http://{HOST}:{server.port}{job.row.path}"
        with servers.on_cores(run.plan.generator_cores):
            for tool in crosscheck.tools()[:1]:
                asks = answers.requests(job, run.options.seed)
                run.crossed.append(crosscheck.compare(tool, job.row.id, server, asks, url))
