"""Write a record, a line a sample, so that a diff can be read."""

from __future__ import annotations

import json
from pathlib import Path

from macros.runs import Benchmark


def write(record: Benchmark, file: Path) -> None:
    """Write a record, a line a sample, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    part.write_text(text_of(record), encoding="utf-8")
    part.replace(file)


def text_of(record: Benchmark) -> str:
    """Return a record as JSON with a line for each sample, so that a diff can be read."""
    lines = []
    for name in type(record).model_fields:
        if name == "name":
            continue
        lines.append(f'"{name}": {_value(record, name)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(record: Benchmark, name: str) -> str:
    value = record.model_dump(mode="json", include={name}, exclude_defaults=False)[name]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        rows = (json.dumps(_short(each), separators=(",", ":")) for each in value)
        return "[\n" + ",\n".join(rows) + "\n]"
    return json.dumps(value, indent=1 if name == "plan" else None)


def _short(entry: dict[str, object]) -> dict[str, object]:
    """Leave out what is empty, zero or nothing where that is the default anyway."""
    dropped = {"marks", "latencies", "turn", "offered", "connections", "cut"}
    return {key: value for key, value in entry.items() if value or key not in dropped}
