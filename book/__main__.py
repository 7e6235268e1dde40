"""The command behind ``make pdf``: python -m book [--paper letter] [--site site] [--out FILE]."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from book import engine, fonts, outline
from book.press import PAPERS, BookError, collect, make
from book.workers import LostPieceError
from builder import beside
from builder.site import last_commit_seconds
from macros import build_day, load
from macros.load import ROOT
from macros.problems import BadDataError
from macros.program import exit_code


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the book; return the exit code, 1 with one clear message for bad input."""
    options = _parser().parse_args(arguments)
    try:
        fonts.check()
        engine.quicken()
        return _make(options)
    except (BookError, LostPieceError, BadDataError, fonts.MissingLibraryError) as error:
        print(error, file=sys.stderr)
        return 1


def _make(options: argparse.Namespace) -> int:
    started = time.monotonic()
    seconds = int(os.environ.setdefault("SOURCE_DATE_EPOCH", last_commit_seconds() or "0"))
    settings = outline.settings(options.config)
    ledger = load.ledger(build_day())
    sheets = outline.sheets(settings["nav"])
    print(f"Reading {len(sheets)} pages of {options.site} ...", file=sys.stderr, flush=True)
    book = collect(options.site, sheets, settings, ledger, PAPERS[options.paper])
    made = make(book, ledger, options.site, options.out, seconds)
    for said in made.complaints:
        print(f"could not do well: {said}", file=sys.stderr)
    if options.out.parent == options.site:
        beside.link(options.site, options.out.name)
    size = options.out.stat().st_size / 1e6
    print(
        f"{options.out}: {made.pages} pages, {size:.1f} MB, {time.monotonic() - started:.0f} s, "
        f"{_processor_seconds():.0f} s of processor time, {made.megabytes:.0f} MB of memory"
    )
    return 0


def _processor_seconds() -> float:
    """Return what this process and its workers have used."""
    return sum(os.times()[:4])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m book", description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--out", type=Path, default=ROOT / "site" / beside.BOOK)
    parser.add_argument("--paper", choices=sorted(PAPERS), default="a4")
    parser.add_argument("--config", type=Path, default=ROOT / "mkdocs.yml", help="names the pages")
    return parser


if __name__ == "__main__":
    sys.exit(exit_code(main))
