"""The course: its steps in order, and how far a reader has come.

A step is a page `docs/learn/<step>.md` that the overview lists. It counts as done when the
prediction of the same id was answered; the reader's own browser remembers that, nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros import reading
from macros.predictions import assets, block
from macros.text import escape
from macros.view import View

OVERVIEW = reading.ROOT / "docs" / "learn" / "index.md"
_LISTED = re.compile(r'\{\{ step_done\("(\w+)"\)')


class UnknownStepError(LookupError):
    """A page names a step that the course does not have."""


def course_progress(view: View) -> str:
    """Return the bar of the whole course, for its overview."""
    return block(f"{assets(view)}\n{progress_bar('The course', steps(), 'steps done')}")


def step_progress(view: View, step: str) -> str:
    """Return the head of one step: its number and the bar; raises UnknownStepError."""
    number = _number(step)
    place = (
        f'<p class="td-step">Step {number} of {len(steps())} of '
        f'<a href="{view.root}learn/">the course</a></p>'
    )
    return block(f"{assets(view)}\n{place}\n{progress_bar('The course', steps(), 'steps done')}")


def step_done(step: str) -> str:
    """Return the mark that appears once a step is done; raises UnknownStepError."""
    _number(step)
    return done_mark(step)


def done_mark(key: str) -> str:
    """Return the mark that appears once the question of this key is answered."""
    return f'<span class="td-done" data-done="{key}" hidden>✓ done</span>'


def progress_bar(name: str, keys: Sequence[str], unit: str, right: Sequence[int] = ()) -> str:
    """Return a bar that counts answered questions; it shows only where the script runs.

    With ``right``, the number of the right choice of each question, it counts those as well.
    """
    score = f' data-right="{" ".join(map(str, right))}"' if right else ""
    return (
        f'<td-progress data-keys="{" ".join(keys)}" data-unit="{escape(unit)}"{score}>\n'
        f'<progress max="{len(keys)}" value="0" aria-label="{escape(name)}"></progress>\n'
        f"<span>0 of {len(keys)} {escape(unit)}{', 0 right' if right else ''}</span>\n"
        '<button type="button">Start over</button>\n'
        "</td-progress>"
    )


def steps() -> tuple[str, ...]:
    """Return the steps in the order of the course's overview."""
    return tuple(_LISTED.findall(reading.text(OVERVIEW))) if OVERVIEW.exists() else ()


def _number(step: str) -> int:
    known = steps()
    if step not in known:
        raise UnknownStepError(f'no step "{step}"; there are {", ".join(known)}')
    return known.index(step) + 1
