"""One file to a record or to text, with a message for whatever is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from macros.positions import decode
from macros.problems import BadDataError

ROOT = Path(__file__).resolve().parents[1]
_R = TypeVar("_R", bound=BaseModel)


def record(kind: type[_R], file: Path, expected: str) -> _R:
    """Return the record of ``file``; raises BadDataError with one message.

    ``expected`` ends the message: what the file should hold, and how to mend it.
    """
    try:
        return kind.model_validate_json(file.read_bytes())
    except OSError as error:
        what = (error.strerror or "unreadable").lower()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = f"{place}: {first['msg']}" if place.strip() else first["msg"]
    raise BadDataError([f"{shown(file)}:1: {what}; {expected}"])


def text(file: Path) -> str:
    """Return the text of ``file``; raises BadDataError with the line that is not UTF-8."""
    return decode(file.read_bytes(), shown(file))


def shown(file: Path) -> str:
    """Return the name of a file as messages give it: below the root where it is there."""
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name
