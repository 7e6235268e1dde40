"""The source of single functions, as it stands in their files: of probes, and of tests."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

PROBES = Path(__file__).resolve().parents[1] / "probes"


def probe_sources(group_id: str, frameworks: Sequence[str]) -> dict[tuple[str, str], str]:
    """Return the source of each probe function of a group by row id and framework id.

    Functions of the file that a probe calls come with it.
    """
    return {
        (file.stem, framework): text
        for file in sorted((PROBES / group_id).glob("*.py"))
        for framework, text in functions_of(file).items()
        if framework in frameworks
    }


def functions_of(file: Path) -> Mapping[str, str]:
    """Return the source of each function of a file by its name.

    Functions of the file that one calls, or takes as a fixture, come with it.
    """
    return _functions(file, file.stat().st_mtime_ns)


@cache
def _functions(file: Path, _stamp: int) -> dict[str, str]:
    source = file.read_text(encoding="utf-8")
    lines = source.split("\n")
    nodes = {n.name: n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)}
    texts = {
        name: "\n".join(lines[_first_line(node) - 1 : node.end_lineno])
        for name, node in nodes.items()
    }
    calls = {name: _called(node, texts) for name, node in nodes.items()}
    return {name: _with_helpers(name, calls, texts) for name in nodes}


def _first_line(function: ast.FunctionDef) -> int:
    return min([function.lineno, *(mark.lineno for mark in function.decorator_list)])


def _called(function: ast.FunctionDef, texts: Mapping[str, str]) -> set[str]:
    """Return the other functions that one uses; most name none, which their text tells quickly."""
    text = texts[function.name]
    near = {name for name in texts if name != function.name and name in text}
    if not near:
        return near
    fixtures = {argument.arg for argument in function.args.args}
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    return near & (fixtures | names)


def _with_helpers(name: str, calls: Mapping[str, set[str]], texts: Mapping[str, str]) -> str:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        reached.add(current)
        waiting += calls[current] - reached
    return "\n\n\n".join(text for each, text in texts.items() if each in reached)
