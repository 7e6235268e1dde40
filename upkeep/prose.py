"""The sentences of pages and data files: without code, macro calls, HTML and other people's words.

Every line keeps its number, so that a fault found in the sentences is found in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.load import ROOT

PAGES = ("docs/**/*.md", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")
DATA = {
    "data/claims.yml": {"title", "finding"},
    "data/comparison.yml": {"title", "question", "note", "judged", "unknown"},
}

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLOCKS = re.compile(
    r"^(?P<fence>\s*(?:```|~~~)).*?^(?P=fence)\s*$"  # code
    r"|<!--.*?-->"
    r"|^[ ]*>[^\n]*$",  # quotations
    re.DOTALL | re.MULTILINE,
)
_CITATION = re.compile(r"\s*\{\{\s*cite\([^{}]*\}\}")
_CALL = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"' r"|'((?:[^'\\\n]|\\.)*)'")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_MARKS = re.compile(
    r"\{:?\s?[#.][^}\n]*\}"  # attributes
    r"|</?[a-zA-Z][^>\n]*>"
    r"|^\s*(?:===|\?\?\?\+?|!!!)\s*\w*"  # tabs and boxes
    r"|^:(?=\s)",  # definitions
    re.MULTILINE,
)
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')


@dataclass(frozen=True)
class Prose:
    """The sentences of a file, on the lines on which they stand there."""

    file: str
    text: str

    def line(self, position: int) -> int:
        """Return the line of a position in the text."""
        return self.text.count("\n", 0, position) + 1


def everything(root: Path = ROOT) -> Iterator[Prose]:
    """Yield the prose of each page and data file."""
    for pattern in PAGES:
        for file in sorted(root.glob(pattern)):
            yield Prose(_name(file, root), of_page(file.read_text(encoding="utf-8")))
    for name, keys in DATA.items():
        yield Prose(name, of_data((root / name).read_text(encoding="utf-8"), keys))


def of_page(text: str) -> str:
    """Return the sentences of a Markdown page."""
    text = _FRONT.sub(_description, text, count=1)
    text = _BLOCKS.sub(_lines_only, text)
    text = _CITATION.sub(_lines_only, text)
    text = _CALL.sub(_words_of_call, text)
    text = _MARKS.sub("", _LINK.sub(r"\1", text))
    return _QUOTED.sub("`words`", text)  # as code, which a linter passes over


def of_data(text: str, keys: set[str]) -> str:
    """Return the values of ``keys`` in a YAML file, each on the line on which it begins."""
    lines = [""] * (text.count("\n") + 1)
    for number, words in _values(yaml.compose(text, yaml.CSafeLoader), keys):
        lines[number] = of_page(words).replace("\n", " ")
    return "\n".join(lines)


def _values(node: yaml.Node | None, keys: set[str]) -> Iterator[tuple[int, str]]:
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _values(child, keys)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in keys and isinstance(value, yaml.ScalarNode):
                yield value.start_mark.line, value.value
            else:
                yield from _values(value, keys)


def _description(front: re.Match[str]) -> str:
    start = "description: "
    kept = (line.removeprefix(start) if line.startswith(start) else "" for line in _split(front[0]))
    return "\n".join(kept)


def _words_of_call(call: re.Match[str]) -> str:
    """Return what a reader sees of a call: a term, the sentences handed over, else a number."""
    if call[1].lstrip().startswith("term("):
        return _strings(call[1])[-1]
    if "\n" not in call[0]:
        return "1"
    return "\n".join(
        " ".join(words for words in _strings(line) if words.endswith((".", "?", "!")))
        for line in _split(call[0])
    )


def _strings(code: str) -> list[str]:
    return [double or single for double, single in _STRING.findall(code)]


def _lines_only(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _split(text: str) -> list[str]:
    return text.split("\n")


def _name(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()
