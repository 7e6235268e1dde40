"""Run the probes: `python -m probes` writes data/evidence/, with `--check` it only compares."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from types import FrameType
from typing import NoReturn

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from macros import build_day, load
from macros.evidence import Run
from macros.ledger import Ledger
from macros.problems import BadDataError, did_you_mean
from macros.program import exit_code
from probes import families, gates, quoting, records
from probes.families import Task
from probes.sandbox import Outcome

PROBES = gates.PROBES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, compare, and write or not; return 0 only where everything agrees."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        ledger = load.ledger(build_day())
        tasks = chosen(ledger, options.only, options.framework)
        return _prove(ledger, tasks, options)
    except (BadDataError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; nothing was written.", file=sys.stderr)
        return 130


def _interrupt(_signum: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m probes", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--only", metavar="ROW", action="append", help="only this row (repeatable)")
    parser.add_argument("--framework", metavar="NAME", action="append", help="only this framework")
    default = 2 * (os.cpu_count() or 1)
    parser.add_argument("--jobs", type=int, default=default, help="probes at a time (%(default)s)")
    parser.add_argument(
        "--slowest", type=int, default=0, metavar="N", help="list the N dearest in processor time"
    )
    return parser


def chosen(
    ledger: Ledger, rows: Sequence[str] | None, frameworks: Sequence[str] | None
) -> list[Task]:
    """Return the probes to run; raises LookupError for a row or framework that is not there."""
    data = ledger.comparison
    _must_be_known("row", rows or (), [row.id for row in data.rows])
    _must_be_known("framework", frameworks or (), [f.id for f in data.frameworks])
    return [
        Task(row.id, framework.id, PROBES / row.group / f"{row.id}.py")
        for framework in data.frameworks
        if not frameworks or framework.id in frameworks
        for row in data.rows
        if row.cells[framework.id].observed is not None and (not rows or row.id in rows)
    ]


def _must_be_known(kind: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise LookupError(f'no {kind} "{name}"; {did_you_mean(name, known)}')


def _prove(ledger: Ledger, tasks: list[Task], options: argparse.Namespace) -> int:
    started = datetime.now(UTC)
    results = _run(tasks, options.jobs)
    messages = _differences(ledger, results)
    whole = not (options.only or options.framework)
    if options.check:
        messages += quoting.problems(ledger, load.row_lines(), options.only)
        messages += gates.problems(ledger, load.row_lines()) if whole else []
    else:
        _write(ledger, results, whole=whole)
    for line in sorted(set(messages)):
        print(line, file=sys.stderr)
    _print_slowest(results, options.slowest)
    seconds = (datetime.now(UTC) - started).total_seconds()
    verdict = "all agree" if not messages else f"{len(set(messages))} problem(s)"
    print(f"{len(results)} probes in {seconds:.0f} s: {verdict}.")
    return 1 if messages else 0


def _run(tasks: list[Task], jobs: int) -> dict[Task, Outcome]:
    columns = (TextColumn("Proving"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    results: dict[Task, Outcome] = {}
    with Progress(*columns, TextColumn("{task.fields[last]}"), console=console) as progress:
        bar = progress.add_task("prove", total=len(tasks), last="")
        for task, outcome in families.run(tasks, jobs):
            results[task] = outcome
            progress.update(bar, advance=1, last=f"{task.row}, {task.framework}")
    return results


def _differences(ledger: Ledger, results: dict[Task, Outcome]) -> list[str]:
    data, lines = ledger.comparison, load.row_lines()
    return [
        records.difference(
            data.row(task.row), data.framework(task.framework), lines[task.row], outcome
        )
        for task, outcome in results.items()
        if outcome.observed != data.cell(task.row, task.framework).observed
    ]


def _write(ledger: Ledger, results: dict[Task, Outcome], *, whole: bool) -> None:
    """Write what was seen; the day of the run only where every probe came to its end.

    A probe that failed keeps its old record, which must not look like one of today.
    """
    rows = [ledger.comparison.row(row_id) for row_id in dict.fromkeys(t.row for t in results)]
    records.write(
        load.EVIDENCE,
        [
            records.merged(row, ledger.evidence.get(row.id), records.observations(row, results))
            for row in rows
        ],
    )
    if whole and not any(outcome.error for outcome in results.values()):
        _write_run()


def _write_run() -> None:
    run = Run(day=datetime.now(UTC).date(), python=records.PYTHON)
    records.replace_file(load.RUN_FILE, run.model_dump_json(indent=2) + "\n")


def _print_slowest(results: dict[Task, Outcome], number: int) -> None:
    for task, outcome in sorted(results.items(), key=lambda item: -item[1].cpu_seconds)[:number]:
        wall, cpu = outcome.seconds, outcome.cpu_seconds
        print(f"{cpu:6.2f} s of processor, {wall:5.1f} s in all  {task.row}, {task.framework}")


if __name__ == "__main__":
    sys.exit(exit_code(main))
