"""Text of others in our Markdown: shown to the letter, and nothing more than shown."""

from __future__ import annotations

import re

LONGEST = 200  # characters of one value; whoever wants more opens the file
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


def code(text: str) -> str:
    """Return ``text`` as inline code that can neither end early nor mention anybody.

    Backticks inside are fenced by a longer run, a pipe would end a table's cell, and marks
    that turn the direction of writing are left out.
    """
    plain = " ".join(_NOT_SHOWN.sub(" ", text).split())
    if not plain:
        return "nothing"
    shown = plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}..."
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    edge = " " if len(fence) > 1 else ""
    return f"{fence}{edge}{shown}{edge}{fence}".replace("|", "\\|")


def counted(number: int, word: str) -> str:
    """Return a number with its word: `1 cell`, `2 cells`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
