"""The site's engine run in this process, which has imported it and read the data already."""

from __future__ import annotations

import io
import traceback
from contextlib import chdir, redirect_stderr, redirect_stdout

from mkdocs.__main__ import cli

from macros.load import ROOT


def run(arguments: list[str]) -> tuple[int, str]:
    """Run the engine's command line; return its exit code and its words."""
    said = io.StringIO()
    with chdir(ROOT), redirect_stdout(said), redirect_stderr(said):
        try:
            cli(arguments)
        except SystemExit as end:
            return _number(end.code, said), said.getvalue()
        except Exception:
            traceback.print_exc(file=said)
            return 1, said.getvalue()
    return 0, said.getvalue()


def _number(code: object, said: io.StringIO) -> int:
    """Return an exit code as a number; a text is what Python would have printed."""
    if code is None or isinstance(code, int):
        return code or 0
    said.write(f"{code}\n")
    return 1
