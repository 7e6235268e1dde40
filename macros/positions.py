"""YAML text to plain data, with the line of every value.

The reader is strict where YAML is loose: a key given twice, an anchor, a tag or a wrong
encoding is a problem, never a silent surprise.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

import yaml
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.problems import BadDataError, Path, Problem

LARGEST_BYTES = 64 * 2**20
DEEPEST = 50
Lines: TypeAlias = dict[Path, int]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALARS = SafeConstructor()
_PLAIN = "tag:yaml.org,2002:"
_BRACKET = re.compile(r"[\[{\]}]")
_LONG_START = re.compile(rf"(?m)^[ \t?:-]{{{DEEPEST}}}")


def parse(raw: bytes, file: str) -> tuple[Any, Lines, list[Problem]]:
    """Return the data of ``raw``, the line of each path, and what is odd about it.

    Raises BadDataError when nothing can be read: too large, wrong encoding, empty, syntax.
    """
    text = decode(raw, file)
    try:
        _refuse_depth(text, file)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise BadDataError([_syntax_message(error, file)]) from None
    if node is None:
        raise _refusal(
            file,
            1,
            "the file is empty",
            "expected the keys frameworks, groups and rows",
            "restore it from git",
        )
    walker = _Walker()
    return walker.plain(node, ()), walker.lines, walker.problems


def decode(raw: bytes, file: str) -> str:
    """Return ``raw`` as text; raises BadDataError where it is too large or not UTF-8."""
    if len(raw) > LARGEST_BYTES:
        raise _refusal(
            file,
            1,
            f"the file has {len(raw) / 2**20:.0f} MB",
            f"expected at most {LARGEST_BYTES // 2**20} MB",
            "check that nothing was pasted into it by mistake",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refusal(
            file,
            line,
            f"byte 0x{raw[error.start]:02x} is not UTF-8",
            "expected a file in UTF-8",
            "save it as UTF-8 in your editor",
        ) from None


def _refuse_depth(text: str, file: str) -> None:
    """Raise BadDataError for values inside values without end, on which the parser would crash."""
    if not _may_be_deep(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else 1
            what = f"values stand inside values more than {DEEPEST} levels deep"
            mend = "look for brackets or dashes that repeat by mistake"
            raise _refusal(file, line, what, "expected at most five levels", mend)


def _may_be_deep(text: str) -> bool:
    """Tell quickly whether brackets, dashes or indentation could go deeper than DEEPEST."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth = max(depth + (1 if bracket in "[{" else -1), 0)
        deepest = max(deepest, depth)
    return deepest > DEEPEST or _LONG_START.search(text) is not None


def _refusal(file: str, line: int, what: str, expected: str, mend: str) -> BadDataError:
    return BadDataError([f"{file}:{line}: {what}; {expected}; {mend}"])


def _syntax_message(error: yaml.YAMLError, file: str) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable text"
    return (
        f"{file}:{line}: YAML syntax: {what}; expected valid YAML; "
        "look at the indentation, quotes and colons of this line and the one above"
    )


class _Walker:
    """Turns nodes into plain values and remembers where each one stands."""

    def __init__(self) -> None:
        self.lines: Lines = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def plain(self, node: Node, path: Path) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._odd(
                path,
                "an alias (*name) repeats another part of the file",
                "expected every value written out",
                "write the value again",
            )
            return None
        self._seen.add(id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.plain(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, ScalarNode) else "?"
            if key in values:
                self.lines[(*path, key, "again")] = key_node.start_mark.line + 1
                self._odd(
                    (*path, key, "again"),
                    f'the key "{key}" stands here a second time',
                    "expected each key once",
                    "delete one of the two",
                )
                continue
            self.lines[(*path, key)] = key_node.start_mark.line + 1
            values[key] = self.plain(value_node, (*path, key))
        return values

    def _scalar(self, node: Node, path: Path) -> Any:
        if node.tag == f"{_PLAIN}str":
            return node.value
        try:
            return _SCALARS.construct_object(node)
        except (ConstructorError, ValueError):
            self._odd(
                path,
                f'"{node.value}" cannot be read as {node.tag.removeprefix(_PLAIN)}',
                "expected plain text",
                "put the value in quotes",
            )
            return None

    def _odd(self, path: Path, what: str, expected: str, mend: str) -> None:
        self.problems.append(Problem(path, what, expected, mend))
