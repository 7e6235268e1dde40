"""A whole run: the data and the other service in place, then one phase after the other."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import uvloop

from benchmarks import answers, computing, footprint, generator, servers, waiting
from benchmarks.loop import HOST
from benchmarks.plan import LEVELS, Options, chosen, plan_of
from benchmarks.servers import Starter
from benchmarks.session import CONNECTIONS, Session
from benchmarks.stacks import BASIC, Job
from benchmarks.underway import Run
from macros.load import ROOT
from macros.runs import Ceiling

UPSTREAM = str(ROOT / "benchmarks" / "upstream.py")


def everything(run: Run) -> None:
    """Run the phases of this kind of run."""
    by_app = _by_app(run.jobs)
    _measure_ceiling(run)
    if run.options.kind == "smoke":
        computing.measure(run, "smoke", by_app["basic"] + by_app["data"])
        waiting.sweep(run, by_app["wait"], (50,))
        return
    _measure_footprint(run)
    computing.measure(run, "S1, S6, S7", by_app["basic"])
    computing.measure(run, "S2, S3, S4, S9", by_app["data"])
    waiting.sweep(run, by_app["wait"], LEVELS)
    waiting.offer(run, by_app["wait"])


def _by_app(jobs: Sequence[Job]) -> dict[str, list[Job]]:
    found: dict[str, list[Job]] = {"basic": [], "data": [], "wait": []}
    for job in jobs:
        basic = "basic" if job.row.scenario in BASIC else "data"
        found["wait" if job.row.scenario == "wait" else basic].append(job)
    return found


def _measure_ceiling(run: Run) -> None:
    """Ask a server that does nothing: more than this no row can show."""
    port = servers.free_port()
    nothing = run.starter.launch(port, [UPSTREAM, str(port)], {}, "/")
    try:
        asks = [b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"]
        before = time.process_time()
        load = uvloop.run(generator.fixed(port, asks, CONNECTIONS, 20_000, 10.0))
        used = time.process_time() - before
    finally:
        nothing.stop()
    asked = len(load.latencies)
    run.ceiling = Ceiling(
        rate=round(asked / (load.wall / 1e9), 1), generator_per_request=round(used / asked, 8)
    )


def _measure_footprint(run: Run) -> None:
    """Count what each stack installs, and the CPU of its import."""
    run.stacks = footprint.stacks()
    with servers.on_cores(run.plan.server_cores):
        for number in range(run.options.rounds):
            for framework in run.random.sample(sorted(footprint.IMPORTS), 3):
                run.step(f"S8, round {number + 1}: importing {framework}", 0.5)
                run.imports.append(footprint.imported(framework, number))


@contextlib.contextmanager
def prepared(options: Options, file: Path) -> Iterator[Run]:
    """Give a run with its data and the other service in place; both go when it ends."""
    jobs = chosen(options)
    plan = plan_of(options, jobs)
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as name,
        servers.on_cores(plan.generator_cores),
    ):
        folder = Path(name)
        port = servers.free_port()
        environment = _environment(options, folder, port)
        everywhere = [*plan.generator_cores, *plan.server_cores]
        other = Starter(folder, plan.generator_cores, {})
        upstream = other.launch(port, [UPSTREAM, str(port)], {}, "/")
        try:
            session = Session(options.seed, helpers=upstream.tree)
            yield Run(
                options, file, folder, jobs, session, plan,
                Starter(folder, plan.server_cores, environment),
                Starter(folder, everywhere, environment),
            )  # fmt: skip
        finally:
            upstream.stop()
            if options.postgres:
                answers.drop_postgres(options.postgres)


def _environment(options: Options, folder: Path, upstream: int) -> dict[str, str]:
    database = folder / "books.sqlite3"
    answers.fill_sqlite(database)
    urls = (f"sqlite:///{database}", f"sqlite+aiosqlite:///{database}")
    if options.postgres:
        answers.fill_postgres(options.postgres)
        address = options.postgres.partition("://")[2]
        urls = (f"postgresql+psycopg://{address}", f"postgresql+psycopg://{address}")
    return {
        "BENCH_SQLITE": str(database), "BENCH_DATABASE": urls[0],
        "BENCH_ASYNC_DATABASE": urls[1],
        "BENCH_UPSTREAM": f"http://{HOST}:{upstream}/",
    }  # fmt: skip
