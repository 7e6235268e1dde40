"""Draw the diagrams: PlantUML sources in, clean SVG files out.

`python -m builder diagrams` draws what changed, removes pictures that nobody needs and lists
the rest; with `--check` it draws everything anew and only compares. It needs Node, and installs
the pinned packages of `diagrams/renderer` there when they are missing.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

from builder import diagrams_glyphs
from builder.diagrams_svg import PictureError, clean_picture, palette, with_words
from macros.diagrams import (
    ROOT,
    STYLE,
    Diagram,
    problems,
    read_all,
    read_manifest,
    record,
    renderer_digest,
)

TIMEOUT = 300
WIDEST = 400


def main(arguments: list[str] | None = None) -> int:
    """Draw or check all diagrams; return the exit code."""
    parser = argparse.ArgumentParser(prog="builder diagrams", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args(arguments)
    try:
        return check(ROOT) if options.check else write(ROOT)
    except (PictureError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1


def write(root: Path) -> int:
    """Draw what changed, remove what is left over, list what there is."""
    diagrams = read_all(root)
    for path, text in pictures(root, diagrams, changed(root, diagrams)).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    prune(root, diagrams)
    _manifest_path(root).write_text(manifest_text(root, diagrams), encoding="utf-8")
    for diagram in diagrams.values():
        print(describe(root, diagram))
    found = problems(root)
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


def check(root: Path) -> int:
    """Draw everything anew and name each committed file that differs."""
    diagrams = read_all(root)
    wanted = pictures(root, diagrams, set(diagrams))
    wanted[_manifest_path(root)] = manifest_text(root, diagrams)
    found = problems(root)
    for path, text in wanted.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            name = path.relative_to(root).as_posix()
            found.append(f"{name}:1: differs from a new drawing; run `make diagrams` and commit it")
    print("\n".join(found) or f"{len(diagrams)} diagrams, all current")
    return 1 if found else 0


def changed(root: Path, diagrams: dict[str, Diagram]) -> set[str]:
    """Return the ids whose drawing differs from the one that the manifest recorded.

    A diagram whose words alone changed is not among them: it needs no Node.
    """
    renderer, manifest = renderer_digest(root), read_manifest(root)
    return {
        diagram.id
        for diagram in diagrams.values()
        if manifest.get(diagram.id, {}).get("drawing") != record(diagram, renderer)["drawing"]
        or not _path(root, manifest[diagram.id]["key"]).is_file()
    }


def pictures(root: Path, diagrams: dict[str, Diagram], redraw: set[str]) -> dict[Path, str]:
    """Return the text of every picture, drawing only those named in `redraw`."""
    style = (root / "diagrams" / STYLE).read_text(encoding="utf-8")
    colors, manifest = palette(style), read_manifest(root)
    raw = draw(root, [diagrams[name] for name in sorted(redraw)])
    texts: dict[Path, str] = {}
    for diagram in diagrams.values():
        if diagram.id in raw:
            where = f"diagrams/{diagram.id}.puml:{_line_of(diagram, raw[diagram.id], style)}"
            picture = clean_picture(raw[diagram.id], colors, where)
            diagrams_glyphs.add(picture, root)
        else:
            drawn = _path(root, manifest[diagram.id]["key"])
            picture = ET.fromstring(drawn.read_text(encoding="utf-8"))
        texts[_path(root, diagram.key)] = with_words(picture, diagram.words)
    return texts


def draw(root: Path, diagrams: Iterable[Diagram]) -> dict[str, str]:
    """Return PlantUML's own SVG for each diagram, all from one run of Node."""
    style = (root / "diagrams" / STYLE).read_text(encoding="utf-8")
    sources = {diagram.id: _with_style(diagram.drawing, style) for diagram in diagrams}
    if not sources:
        return {}
    folder = root / "diagrams" / "renderer"
    if not _installed(folder):
        _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=folder)
    printed = _run("node", "render.mjs", folder=folder, given=json.dumps(sources))
    svgs: dict[str, str] = json.loads(printed)
    return svgs


def prune(root: Path, diagrams: dict[str, Diagram]) -> None:
    """Remove pictures that belong to no diagram."""
    wanted = {_path(root, diagram.key) for diagram in diagrams.values()}
    for path in (root / "diagrams" / "cache").glob("*"):
        if path not in wanted:
            path.unlink()


def manifest_text(root: Path, diagrams: dict[str, Diagram]) -> str:
    """Return the manifest as it must be for the present sources."""
    renderer = renderer_digest(root)
    records = {diagram.id: record(diagram, renderer) for diagram in diagrams.values()}
    return json.dumps(records, indent=2) + "\n"


def describe(root: Path, diagram: Diagram) -> str:
    """Return one line about a picture; a wide one is marked, for it shrinks on a phone."""
    text = _path(root, diagram.key).read_text(encoding="utf-8")
    width, height = (int(ET.fromstring(text).get(side, "0")) for side in ("width", "height"))
    note = f"  wider than {WIDEST}" if width > WIDEST else ""
    return f"{diagram.key}  {width:4} x {height:<4}  {len(text):6} bytes  {diagram.id}{note}"


def _installed(folder: Path) -> bool:
    """Return whether the packages are there in the very versions that the project pins."""
    pinned = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    for name, version in pinned.items():
        package = folder / "node_modules" / name / "package.json"
        if not package.is_file():
            return False
        if json.loads(package.read_text(encoding="utf-8"))["version"] != version:
            return False
    return True


def _run(program: str, *arguments: str, folder: Path, given: str = "") -> str:
    path = shutil.which(program)
    if path is None:
        raise RuntimeError(f"{program} not found; drawing needs Node 20 or newer; install it")
    ran = subprocess.run(
        [path, *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(f"{program} failed in diagrams/renderer: {ran.stderr[-2000:]}")
    return ran.stdout


def _with_style(drawing: str, style: str) -> str:
    first, rest = drawing.split("\n", 1)
    return f"{first}\n{style}{rest}"


def _line_of(diagram: Diagram, svg: str, style: str) -> int:
    """Return the source line that an error picture speaks of, else where the drawing starts."""
    told = re.search(r"\(line (\d+)\)", svg)
    return diagram.line + max(0, int(told[1]) - 1 - style.count("\n")) if told else diagram.line


def _path(root: Path, key: str) -> Path:
    return root / "diagrams" / "cache" / f"{key}.svg"


def _manifest_path(root: Path) -> Path:
    return root / "diagrams" / "manifest.json"
