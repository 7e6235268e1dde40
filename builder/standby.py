"""An engine that has read everything and waits for the word to build what changed.

Starting an engine and reading the data takes longer than building one page. So one stands by;
a saved page then needs only its own building.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from builder.site import BuildFailedError, preview_environment
from macros.load import ROOT


class Standby:
    """A waiting engine that puts single pages into ``site``, by way of the folder ``aside``."""

    def __init__(self, site: Path, aside: Path, *, site_url: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "builder.waiting", str(site), str(aside)],
            cwd=ROOT,
            env=preview_environment(site_url),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the whole build tells what is wrong with the data
            text=True,
        )

    def show(self, source: str) -> bool:
        """Build a page now; return whether it did. Raises BuildFailedError for a bad page."""
        talk, answers = self._process.stdin, self._process.stdout
        assert talk is not None and answers is not None
        try:
            talk.write(f"{source}\n")
            talk.flush()
        except BrokenPipeError:  # it ended over bad data
            return False
        answer = answers.readline()
        if not answer:
            return False
        if wrong := json.loads(answer):
            raise BuildFailedError(wrong)
        return True

    def dismiss(self) -> None:
        """Let it go."""
        self._process.terminate()
        self._process.communicate()
