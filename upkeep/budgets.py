"""The broken budgets, read from what the tests of the budgets say."""

from __future__ import annotations

import re

_BROKEN = re.compile(r"^E\s+(?:AssertionError: )?(.*\bat most \d+.*)$", re.MULTILINE)


def broken(said: str) -> list[str]:
    """Return one line for each broken budget that the tests named."""
    return list(dict.fromkeys(line.strip() for line in _BROKEN.findall(said)))
