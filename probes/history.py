"""Run the same probes against earlier versions. `python -m probes.history` runs them all.

Each earlier line has a lock, ``requirements/history-<framework>-<version>.txt``, and an
environment of its own below ``.cache/history``. `--lock` resolves the lines anew first.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from macros import load
from macros.history import HistoryRecord
from macros.problems import did_you_mean
from macros.program import exit_code
from probes import lines, observe, records
from probes.lines import ROOT, Line
from probes.package_index import IndexUnavailableError

CACHE = ROOT / ".cache" / "history"
RECORDS = load.EVIDENCE / "history"
INSTALL_SECONDS = 600.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chosen lines one after the other and write a record for each."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if options.lock:
            _lock_all()
        for line in chosen(lines.read_lines(), options.line):
            _write(look(line, options.jobs))
        _forget_other_lines()
    except (LookupError, ValueError, RuntimeError, IndexUnavailableError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; finished lines are written.", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m probes.history", description=__doc__)
    parser.add_argument("--line", metavar="NAME", action="append", help="such as django-5.2.19")
    parser.add_argument("--lock", action="store_true", help="resolve the lines anew first")
    default = 2 * (os.cpu_count() or 1)
    parser.add_argument("--jobs", type=int, default=default, help="probes at a time (%(default)s)")
    return parser


def _lock_all() -> None:
    for series in lines.SERIES:
        print(f"Locked {lines.lock_anew(series).name}.")


def chosen(known: Sequence[Line], names: Sequence[str] | None) -> list[Line]:
    """Return the lines of these names, or all; raises LookupError for one that is not there."""
    all_names = [line.name for line in known]
    for name in names or ():
        if name not in all_names:
            raise LookupError(f'no line "{name}"; {did_you_mean(name, all_names)}')
    return [line for line in known if not names or line.name in names]


def look(line: Line, jobs: int) -> HistoryRecord:
    """Run the probes of the line's framework in its environment; return what they saw."""
    print(f"{line.name}:", file=sys.stderr)
    python = environment(line)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "observed.json"
        _run_to_its_end(_command(python, line, jobs, output))
        seen = observe.SEEN.validate_json(output.read_bytes())
    return HistoryRecord(
        framework=line.framework,
        version=line.version,
        released=line.released,
        python=records.PYTHON,
        moved=lines.moved(_text(line.lock), _text(lines.LOCK), line.framework),
        rows=seen,
    )


def _command(python: Path, line: Line, jobs: int, output: Path) -> list[str]:
    left_out = [f"--left-out={name}={reason}" for name, reason in line.left_out.items()]
    return [
        str(python), "-m", "probes.observe", f"--framework={line.framework}",
        f"--output={output}", f"--jobs={jobs}", *left_out,
    ]  # fmt: skip


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _run_to_its_end(command: Sequence[str]) -> None:
    """Run ``command`` from the root; where we are interrupted, it ends before we do."""
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            process.wait()
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            raise
    if process.returncode != 0:
        raise RuntimeError("the probes were not run to their end; nothing was written for them")


def environment(line: Line, cache: Path = CACHE) -> Path:
    """Return the Python of the line's environment; make the environment where it is missing."""
    digest = hashlib.sha256(line.lock.read_bytes()).hexdigest()[:12]
    folder = cache / f"{line.name}-{digest}-{platform.python_version()}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f"{line.name}-", dir=cache) as temporary:
            _make(line, Path(temporary) / "env")
            shutil.move(Path(temporary) / "env", folder)
    return folder / "bin" / "python"


def _make(line: Line, folder: Path) -> None:
    # A relocatable environment keeps its scripts working after the rename.
    _uv(line, "venv", "--relocatable", "--python", sys.executable, str(folder))
    python = str(folder / "bin" / "python")
    _uv(line, "pip", "install", "--python", python, "--require-hashes", "--no-deps",
        "--requirements", str(line.lock))  # fmt: skip


def _uv(line: Line, *arguments: str) -> None:
    finished = subprocess.run(
        [lines.uv(), *arguments, "--quiet"],
        timeout=INSTALL_SECONDS, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if finished.returncode != 0:
        raise RuntimeError(
            f"the environment of {line.name} could not be made; this needs the package index. "
            f"uv said:\n{finished.stderr.strip()[-1500:]}"
        )


def as_text(record: HistoryRecord) -> str:
    """Return a record as it stands in its file."""
    return record.model_dump_json(indent=2, exclude_none=True) + "\n"


def _write(record: HistoryRecord) -> None:
    RECORDS.mkdir(parents=True, exist_ok=True)
    file = RECORDS / f"{record.framework}-{record.version}.json"
    records.replace_file(file, as_text(record))
    print(f"Wrote {file.relative_to(ROOT)}: {summary(record)}.")


def summary(record: HistoryRecord) -> str:
    """Return how many probes saw something, ended with an error and were not run."""
    seen = list(record.rows.values())
    kinds = {"answers": "observed", "errors": "error", "not run": "not_run"}
    counts = {name: sum(getattr(s, key) is not None for s in seen) for name, key in kinds.items()}
    return ", ".join(f"{number} {name}" for name, number in counts.items())


def _forget_other_lines() -> None:
    """Delete the records of versions that are no longer locked."""
    known = {line.name for line in lines.read_lines()}
    for file in RECORDS.glob("*.json"):
        if file.stem not in known:
            file.unlink()


if __name__ == "__main__":
    sys.exit(exit_code(main))
