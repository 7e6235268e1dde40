"""Since when a verdict that nobody recorded yet is what it is: asked of the history of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

from builder.export import commit
from macros.published import Change

_DATA = "data/comparison.yml"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Verdicts = Mapping[tuple[str, str], tuple[str, str]]


def dated(changes: Iterable[Change], root: Path) -> Iterator[Change]:
    """Yield each change with the day of the commit that brought its verdict in.

    A verdict that no commit has keeps the day that it comes with.
    """
    found = {(each.row, each.framework): each for each in changes}
    open_keys = set(found)
    for day, verdicts in _history(root) if found else ():
        for key in sorted(open_keys):
            after = found[key].after
            if verdicts.get(key) != (after.support.value, after.answer):
                open_keys.discard(key)
            else:
                found[key] = found[key].model_copy(update={"day": day})
        if not open_keys:
            break
    yield from found.values()


def _history(root: Path) -> Iterator[tuple[date, _Verdicts]]:
    """Yield the day and the verdicts of each commit that changed the data, the newest first."""
    for line in commit.log(root, _DATA):
        name, seconds = line.split()
        yield (
            datetime.fromtimestamp(int(seconds), UTC).date(),
            _verdicts(commit.text_at(root, name, _DATA)),
        )


def _verdicts(text: str) -> _Verdicts:
    """Return what each cell of an old data file says; nothing of a file that cannot be read."""
    try:
        rows = yaml.load(text, Loader=_LOADER)["rows"]
        return {
            (row["id"], framework): (str(cell["support"]), str(cell["answer"]))
            for row in rows
            for framework, cell in row["cells"].items()
        }
    except (yaml.YAMLError, LookupError, TypeError, AttributeError):
        return {}
