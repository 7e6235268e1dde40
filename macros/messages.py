"""What the validation library found, said in the words of this house."""

from __future__ import annotations

from typing import Any

from macros.fields import Record
from macros.levels import Support
from macros.problems import Path, Problem, did_you_mean


def problem(kind: type[Record], path: Path, detail: Any) -> Problem:
    """Return the problem that an error of the validation library describes."""
    if not path:
        keys = f"expected the keys {', '.join(kind.model_fields)}"
        return Problem(path, "the file is not a mapping", keys, "restore its first lines from git")
    key, given = path[-1], detail["input"]
    match detail["type"]:
        case "missing":
            return Problem(path, f'the key "{key}" is missing', "expected a value for it", "add it")
        case "extra_forbidden":
            known = _known_keys(kind, path)
            return Problem(
                path,
                f'unknown key "{key}"',
                f"expected one of {', '.join(known)}",
                did_you_mean(key, known),
            )
        case "enum":
            return Problem(
                path,
                f'{key} "{given}" is not a level',
                f"expected one of {', '.join(Support)}",
                did_you_mean(given, Support),
            )
        case "value_error":
            what, expected, mend = str(detail["ctx"]["error"]).split("; ", 2)
            return Problem(path, what, expected, mend)
    return Problem(
        path,
        f"{key} is {_quoted(given)}",
        f"expected: {_lower_first(detail['msg'])}",
        "correct the value",
    )


def _known_keys(kind: type[Record], path: Path) -> list[str]:
    """Return the keys of the record that the last part of ``path`` belongs to."""
    model: Any = kind
    for part in path[2:-1]:
        if isinstance(part, str) and part in model.model_fields:
            model = _record_type(model.model_fields[part].annotation)
    return list(model.model_fields)


def _record_type(annotation: Any) -> Any:
    """Return the record class inside an annotation such as ``dict[str, Cell]``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    inner = (_record_type(part) for part in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found is not None), None)


def _quoted(value: object) -> str:
    text = str(value)
    return f'"{text[:60]}..."' if len(text) > 63 else f'"{text}"'


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
