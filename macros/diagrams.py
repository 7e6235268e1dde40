"""Diagrams: how a page shows one, and what can be wrong with them.

A diagram is `diagrams/<id>.puml`: comment lines `' title:`, `' caption:` and `' alt:`, then the
drawing from `@startuml` to `@enduml`. Its picture is committed as `diagrams/cache/<key>.svg`,
where the key is the one that plantuml-markdown computes from the file. Nothing here draws.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import adler32

from pydantic import RootModel

from macros import reading
from macros.problems import BadDataError

ROOT = Path(__file__).resolve().parent.parent
MEND = "run `make diagrams` and commit what it wrote"
WORDS = ("title", "caption", "alt")
STYLE = "style.puml"

_WORD = re.compile(r"^' (title|caption|alt): *(.*?) *$")
ERROR_PICTURE = re.compile(r"Syntax Error|\[From |Cannot (?:find|load)")
_CALL = re.compile(r"\{\{-?\s*(?:diagram|figure)\(\s*[\"']([^\"']*)[\"']")
_FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3}|~{3}) *\{?\.?(?:(?:c4)?plant)?uml\b(?P<options>[^\n]*)\n"
    r"(?P<code>.*?)^(?P=indent)(?P=fence) *$",
    re.MULTILINE | re.DOTALL,
)
_SOURCE = re.compile(r"""source=(["'])(.*?)\1""")


Manifest = RootModel[dict[str, dict[str, str]]]
_WRITTEN = f"expected what the renderer wrote down; {MEND}"


class UnknownDiagramError(LookupError):
    """A page asks for a diagram that no file describes."""


@dataclass(frozen=True)
class Diagram:
    """One `.puml` file: its cache key, words, drawing and the line where the drawing starts."""

    id: str
    key: str
    words: dict[str, str]
    drawing: str
    line: int


def cache_key(text: str) -> str:
    """Return the name that plantuml-markdown gives to the cached picture of a source."""
    return f"{adler32(text.encode()) & 0xFFFFFFFF:08x}"


def sha256(*texts: str) -> str:
    """Return one digest of several texts, told apart by a zero byte."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def parse(diagram_id: str, text: str) -> Diagram:
    """Return the diagram that a file's text describes; missing words are left out."""
    lines = [line.expandtabs(4).rstrip() for line in text.splitlines()]
    found = [_WORD.match(line) for line in lines]
    words = {match[1]: match[2] for match in found if match and match[2]}
    start = next((i for i, line in enumerate(lines) if line.startswith("@start")), len(lines))
    body = "".join(line + "\n" for line in lines[start:])
    return Diagram(diagram_id, cache_key(text), words, body, start + 1)


def read_all(root: Path) -> dict[str, Diagram]:
    """Return every diagram under `diagrams/` by id, in the order of their names."""
    files = sorted(path for path in (root / "diagrams").glob("*.puml") if path.name != STYLE)
    return {path.stem: parse(path.stem, reading.text(path)) for path in files}


def renderer_digest(root: Path) -> str:
    """Return a digest of all that draws: packages, scripts, the shared style, the glyphs."""
    folder = root / "diagrams"
    names = ("renderer/package-lock.json", "renderer/render.mjs", "renderer/dom.mjs", STYLE)
    files = [folder / name for name in names]
    files += sorted((root / "overrides" / ".icons" / "testdrive").glob("*.svg"))
    return sha256(*(file.read_text(encoding="utf-8") for file in files))


def record(diagram: Diagram, renderer: str) -> dict[str, str]:
    """Return what the manifest must hold for a diagram whose picture is current."""
    words = sha256(diagram.words.get("title", ""), diagram.words.get("alt", ""))
    return {"key": diagram.key, "drawing": sha256(diagram.drawing, renderer), "words": words}


def read_manifest(root: Path) -> dict[str, dict[str, str]]:
    """Return what `make diagrams` last wrote down about each picture."""
    path = root / "diagrams" / "manifest.json"
    if not path.is_file():
        return {}
    return reading.record(Manifest, path, _WRITTEN).root


def figure(diagram_id: str, root: Path = ROOT) -> str:
    """Return the Markdown of a figure: a fence that names the source, and its caption.

    plantuml-markdown swaps the fence for the committed picture. The fence holds no text,
    because text would get another key inside an indented block such as a tab.
    """
    diagrams = read_all(root)
    if diagram_id not in diagrams:
        raise UnknownDiagramError(_unknown(diagram_id, diagrams))
    caption = diagrams[diagram_id].words.get("caption", "")
    return (
        '\n<figure markdown="1" class="diagram" data-search-exclude="true">\n\n'
        f'```plantuml format="svg_inline" classes="drawing" source="diagrams/{diagram_id}.puml"\n'
        f'```\n\n<figcaption markdown="span">{caption}</figcaption>\n\n</figure>\n'
    )


def problems(root: Path = ROOT) -> list[str]:
    """Return all that is wrong with the diagrams and their use, one message each."""
    try:
        return _problems(root, read_all(root))
    except BadDataError as error:
        return list(error.messages)


def _problems(root: Path, diagrams: dict[str, Diagram]) -> list[str]:
    found: list[str] = []
    for diagram in diagrams.values():
        found += _word_problems(diagram)
        found += _picture_problems(root, diagram)
    found += _shared_keys(diagrams)
    found += _stale(root, diagrams)
    found += _orphans(root, diagrams)
    for page in sorted((root / "docs").rglob("*.md")):
        found += _page_problems(root, page, diagrams)
    return found


def _word_problems(diagram: Diagram) -> Iterator[str]:
    where = f"diagrams/{diagram.id}.puml"
    for word in WORDS:
        if word not in diagram.words:
            yield f"{where}:1: no {word}; expected a line `' {word}: ...`; add it above @startuml"
    if not diagram.drawing:
        yield f"{where}:1: no drawing; expected @startuml to @enduml; add them"


def _picture_problems(root: Path, diagram: Diagram) -> Iterator[str]:
    where = f"diagrams/{diagram.id}.puml:{diagram.line}"
    picture = root / "diagrams" / "cache" / f"{diagram.key}.svg"
    if not picture.is_file():
        yield f"{where}: no picture; expected diagrams/cache/{diagram.key}.svg; {MEND}"
    elif ERROR_PICTURE.search(reading.text(picture)):
        yield (
            f"{where}: the picture is an error message; expected a drawing in "
            f"diagrams/cache/{diagram.key}.svg; mend the source, then {MEND}"
        )


def _shared_keys(diagrams: dict[str, Diagram]) -> Iterator[str]:
    first: dict[str, str] = {}
    for diagram in diagrams.values():
        other = first.setdefault(diagram.key, diagram.id)
        if other != diagram.id:
            yield (
                f"diagrams/{diagram.id}.puml:{diagram.line}: same cache key {diagram.key} as "
                f"diagrams/{other}.puml; expected a key of its own; change a word in one of "
                f"them, then {MEND}"
            )


def _stale(root: Path, diagrams: dict[str, Diagram]) -> Iterator[str]:
    renderer = renderer_digest(root)
    manifest = read_manifest(root)
    for diagram in diagrams.values():
        written = manifest.get(diagram.id, {})
        wanted = record(diagram, renderer)
        changed = [name for name in wanted if written.get(name) != wanted[name]]
        if changed:
            yield (
                f"diagrams/{diagram.id}.puml:{diagram.line}: the picture is stale "
                f"({', '.join(changed)} changed); expected the record in "
                f"diagrams/manifest.json to match; {MEND}"
            )


def _orphans(root: Path, diagrams: dict[str, Diagram]) -> Iterator[str]:
    wanted = {f"{diagram.key}.svg" for diagram in diagrams.values()}
    for path in sorted((root / "diagrams" / "cache").glob("*")):
        if path.name not in wanted:
            yield (
                f"diagrams/cache/{path.name}:1: belongs to no diagram; expected one .puml for "
                f"each picture; {MEND}, which removes it"
            )
    for name in sorted(set(read_manifest(root)) - set(diagrams)):
        yield (
            f"diagrams/manifest.json:1: names {name}, which is gone; expected only diagrams "
            f"that exist; {MEND}"
        )


def _page_problems(root: Path, page: Path, diagrams: dict[str, Diagram]) -> Iterator[str]:
    text = reading.text(page)
    where = page.relative_to(root).as_posix()
    for call in _CALL.finditer(text):
        if call[1] not in diagrams:
            yield f"{where}:{_line(text, call)}: {_unknown(call[1], diagrams)}"
    for fence in _FENCE.finditer(text):
        yield from _fence_problems(root, fence, f"{where}:{_line(text, fence)}")


def _fence_problems(root: Path, fence: re.Match[str], where: str) -> Iterator[str]:
    mend = "write it as diagrams/NAME.puml and show it with diagram('NAME')"
    source = _SOURCE.search(fence["options"])
    drawing = ""
    if source:
        path = root / source[2]
        if not path.is_file():
            yield f"{where}: no source {source[2]}; expected a file diagrams/NAME.puml; {mend}"
            return
        drawing = path.read_text(encoding="utf-8")
    key = cache_key(drawing + fence["code"])
    if not (root / "diagrams" / "cache" / f"{key}.svg").is_file():
        yield f"{where}: diagram without a picture; expected diagrams/cache/{key}.svg; {mend}"


def _unknown(diagram_id: str, diagrams: dict[str, Diagram]) -> str:
    near = difflib.get_close_matches(diagram_id, diagrams, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(diagrams) or 'none'}"
    return (
        f"no diagram {diagram_id!r}; expected the name of a file in diagrams/ without .puml; {hint}"
    )


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
