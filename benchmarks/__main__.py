"""``python -m benchmarks``: run, smoke, report, compare."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import report, runner
from benchmarks.answers import WrongAnswerError
from benchmarks.loop import HOST
from benchmarks.plan import Options
from benchmarks.servers import ServerError
from benchmarks.underway import CapError, Run
from macros import runs, runs_file
from macros.load import ROOT
from macros.problems import BadDataError
from macros.program import exit_code

SMOKE_FILE = ROOT / ".cache" / "bench" / "smoke.json"
BLOCKED = 5.0  # how much slower a blocked loop must be, at the least


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.do(options)
    except BadDataError as error:
        print(error, file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(required=True)
    run = commands.add_parser("run", help="measure everything and write a record")
    run.add_argument("--seed", type=int, help="of the order of visits; default: by chance")
    run.add_argument("--rounds", type=int, default=8, help="at least 8 (default: 8)")
    run.add_argument("--cap", type=float, default=15, help="minutes at most (default: 15)")
    run.add_argument("--postgres", help="address of a database for S3, on 127.0.0.1")
    run.add_argument("--into", type=Path, help="write the record here (default: with the others)")
    run.set_defaults(do=_run)
    commands.add_parser("smoke", help="start every kind of server once").set_defaults(do=_smoke)
    tell = commands.add_parser("report", help="print what a record says")
    tell.add_argument("file", type=Path, nargs="?", help="default: the newest record")
    tell.set_defaults(do=_report)
    compare = commands.add_parser("compare", help="print where two records differ")
    compare.add_argument("first", type=Path)
    compare.add_argument("second", type=Path)
    compare.set_defaults(do=_compare)
    return parser


def _run(options: argparse.Namespace) -> int:
    if options.rounds < 8:
        return _refuse(f"--rounds {options.rounds}: at least 8 are needed for an interval")
    if options.postgres and not is_local(options.postgres):
        return _refuse("--postgres: only a database on 127.0.0.1 is measured")
    if options.postgres and not options.into:
        return _refuse("--postgres: expected --into; the published runs are those on SQLite")
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    chosen = Options(seed, options.rounds, options.cap * 60, "full", options.postgres)
    code, file = _finish(chosen, options.into)
    print(report.text(runs_file.read(file)))
    return code


def is_local(address: str) -> bool:
    """Return whether the address of a database names this machine and no other.

    A query may name another host, which counts more than the one before it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.hostname == HOST and not parts.query


def _finish(options: Options, into: Path | None = None) -> tuple[int, Path]:
    """Run to the end or to what stops it; the record says which."""
    with runner.prepared(options, Path()) as run:
        name = f"{run.started:%Y-%m-%d-%H%M}-{options.seed}.json"
        run.file = into or (SMOKE_FILE if options.kind == "smoke" else runs_file.RECORDS / name)
        shown = run.file.relative_to(ROOT) if run.file.is_relative_to(ROOT) else run.file.name
        print(f"about {run.expected_seconds() / 60:.1f} minutes; record: {shown}", file=sys.stderr)
        status, reason = _status(run)
        run.keep(status, reason)
    if status != "complete":
        print(f"{status}: {reason}", file=sys.stderr)
    return (0 if status == "complete" else 1), run.file


def _status(run: Run) -> tuple[runs.Status, str]:
    try:
        with run.teller:
            runner.everything(run)
    except KeyboardInterrupt:
        return "interrupted", "stopped from the keyboard"
    except CapError as error:
        return "capped", str(error)
    except (ServerError, WrongAnswerError) as error:
        return "failed", str(error)
    return "complete", ""


def _smoke(_options: argparse.Namespace) -> int:
    code, file = _finish(Options(seed=1, rounds=1, cap=300.0, kind="smoke"))
    record = runs_file.read(file)
    if code == 0 and (problem := smoke_problem(record)):
        return _refuse(problem)
    if code == 0:
        print(f"smoke: {len(record.samples)} rows answered as they should in {record.took:.0f} s")
    return code


def smoke_problem(record: runs.Benchmark) -> str | None:
    """Return what is wrong with a smoke run, in one sentence; None when nothing is."""
    short = [each.row for each in record.samples if each.loop == "fixed" and each.requests != 200]
    if short:
        return f"expected 200 answers from {short[0]}"
    if broken := [each.row for each in record.samples if each.errors]:
        return f"{broken[0]} refused or broke a request"
    rates = {each.row: each.rate for each in record.samples if each.loop == "closed"}
    if rates["wait_fastapi_async"] < BLOCKED * rates["wait_fastapi_blocking"]:
        return f"a blocked loop is not {BLOCKED:.0f} times slower than a free one"
    return None


def _report(options: argparse.Namespace) -> int:
    if options.file is None:
        known = runs_file.published()
        if not known:
            return _refuse(f"no record in {runs_file.RECORDS.relative_to(ROOT)}; run `make bench`")
        print(report.text(known[-1]))
    else:
        print(report.text(runs_file.read(options.file)))
    return 0


def _compare(options: argparse.Namespace) -> int:
    print(report.comparison(runs_file.read(options.first), runs_file.read(options.second)))
    return 0


def _refuse(message: str) -> int:
    print(f"benchmarks: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(exit_code(main))
