"""Run the probes of one framework and write down what they saw; nothing is compared.

This is what another environment's Python is called with, so that the same probes look at
another version of the framework.
"""

from __future__ import annotations

import argparse
import inspect
import os
import re
import signal
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from packaging.utils import canonicalize_name
from pydantic import TypeAdapter
from rich.console import Console
from rich.progress import track

from macros import build_day, load
from macros.history import Seen
from macros.ledger import Ledger
from macros.problems import BadDataError
from macros.program import exit_code
from probes import families, records
from probes.__main__ import chosen
from probes.families import Task
from probes.sandbox import Outcome

SEEN = TypeAdapter(dict[str, Seen])
_TRACEBACK = "Traceback (most recent call last):\n"
_NO_SERVER = "RuntimeError: the server did not listen"
_RAISED_IN_SERVER = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception))(?::|$)", re.M)
_RAISED = re.compile(r"^(?:  \| )?([A-Za-z_][\w.]*)(?::|$)", re.M)
_CHAINED = (
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
)
_ENDINGS = {
    "stopped at its limit": "stopped at its time limit",
    "the probe's process died": "the process died",
    "expected a non-empty text": "nothing to see",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the probes and write the file; return 0 also where probes end with errors."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        ledger = load.ledger(build_day())
        tasks = chosen(ledger, options.only, [options.framework])
        left_out = dict(pair.split("=", 1) for pair in options.left_out)
        seen = observe(ledger, tasks, left_out, options.jobs)
    except (BadDataError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    records.replace_file(options.output, as_json(seen))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m probes.observe", description=__doc__)
    parser.add_argument("--framework", metavar="NAME", required=True)
    parser.add_argument("--output", metavar="FILE", type=Path, required=True)
    parser.add_argument("--only", metavar="ROW", action="append", help="only this row (repeatable)")
    parser.add_argument("--left-out", metavar="PACKAGE=REASON", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=2 * (os.cpu_count() or 1))
    return parser


def observe(
    ledger: Ledger, tasks: Sequence[Task], left_out: Mapping[str, str], jobs: int
) -> dict[str, Seen]:
    """Return what each of ``tasks`` saw, by row; ``left_out`` holds reasons by package."""
    skipped = {task: reason for task in tasks if (reason := why_not(ledger, task, left_out))}
    wanted = [task for task in tasks if task not in skipped]
    outcomes = _run(wanted, jobs, "Observing")
    doubtful = [task for task in wanted if outcomes[task].observed != _claim(ledger, task)]
    outcomes.update(_alone(doubtful, outcomes))
    seen = {task.row: Seen(not_run=reason) for task, reason in skipped.items()}
    return seen | {task.row: as_seen(outcome) for task, outcome in outcomes.items()}


def _alone(tasks: Sequence[Task], first: Mapping[Task, Outcome]) -> dict[Task, Outcome]:
    """Run again, one at a time, what seems to have changed, and twice more what ran out of time.

    A busy machine must not look like a change, so what is seen last counts.
    """
    outcomes = _run(tasks, 1, "Looking twice")
    for _ in range(2):
        if late := [task for task in tasks if ran_out_of_time(outcomes[task])]:
            outcomes.update(_run(late, 1, "Looking again"))
    _tell(tasks, first, outcomes)
    return outcomes


def ran_out_of_time(outcome: Outcome) -> bool:
    """Tell whether a probe, or something that it waited for, was stopped at a time limit."""
    error = as_seen(outcome).error or ""
    return "Timeout" in error or error == _ENDINGS["stopped at its limit"]


def why_not(ledger: Ledger, task: Task, left_out: Mapping[str, str]) -> str | None:
    """Return why ``task`` says nothing about this environment, or None where it does."""
    cell = ledger.comparison.cell(task.row, task.framework)
    if cell.package and (reason := left_out.get(canonicalize_name(cell.package))):
        return reason
    try:
        names = inspect.signature(families.load_probe(task)).parameters
    except Exception:  # the run of the probe tells of it
        return None
    return "looks at a clean install of the current version" if "clean_env" in names else None


def _claim(ledger: Ledger, task: Task) -> str | None:
    return ledger.comparison.cell(task.row, task.framework).observed


def _run(tasks: Sequence[Task], jobs: int, what: str) -> dict[Task, Outcome]:
    console = Console(stderr=True)
    return dict(track(families.run(tasks, jobs), what, len(tasks), console=console))


def _tell(
    tasks: Iterable[Task], first: Mapping[Task, Outcome], again: Mapping[Task, Outcome]
) -> None:
    for task in tasks:
        outcome = again[task]
        shown = outcome.observed or (outcome.error or "").strip()
        print(f"{task.row}, {task.framework}: {shown}", file=sys.stderr)
        if as_seen(first[task]) != as_seen(outcome):
            print("  the first time it was otherwise:", as_seen(first[task]), file=sys.stderr)


def as_seen(outcome: Outcome) -> Seen:
    """Return an outcome without anything that changes from run to run."""
    if outcome.error is None:
        return Seen(observed=outcome.observed)
    return Seen(error=error_name(outcome.error))


def error_name(report: str) -> str:
    """Return the class of the exception that ended a probe, or in words what else ended it.

    The sandbox reports the traceback and then what the probe printed, which may hold
    tracebacks of its own; only the first one, with those chained to it, counts. Where a
    server did not start, the last error in its own output says why.
    """
    if _TRACEBACK not in report:
        known = (words for start, words in _ENDINGS.items() if report.startswith(start))
        return next(known, report.partition(":")[0][:70])
    if in_server := _RAISED_IN_SERVER.findall(report.partition(_NO_SERVER)[2]):
        return str(in_server[-1]).rpartition(".")[2]
    tracebacks = report.split(_TRACEBACK)[1:]
    ends = (n for n, part in enumerate(tracebacks) if not part.rstrip().endswith(_CHAINED))
    raised = _RAISED.search(tracebacks[next(ends, -1)])
    return raised[1].rpartition(".")[2] if raised else "Error"


def as_json(seen: Mapping[str, Seen]) -> str:
    """Return observations as they stand in a file, sorted by row."""
    by_row = dict(sorted(seen.items()))
    return SEEN.dump_json(by_row, indent=2, exclude_none=True).decode() + "\n"


if __name__ == "__main__":
    sys.exit(exit_code(main))
