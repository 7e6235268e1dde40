"""Where frameworks are named: in the data and in prose, in listed style sheets, in no machinery."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from macros.ledger import Ledger
from macros.load import ROOT, FrameworkNames

PAGE = ROOT / "docs" / "contribute" / "framework.md"
MACHINERY = [*(ROOT / "builder").rglob("*.py"), *(ROOT / "overrides").rglob("*.html"),
             *(ROOT / "docs" / "assets" / "js").glob("*.js")]  # fmt: skip
STYLES = [*(ROOT / "docs" / "assets" / "css").glob("*.css"), ROOT / "diagrams" / "style.puml",
          ROOT / "book" / "style.css", ROOT / "book" / "drawings.py"]  # fmt: skip
NAMES = [name.lower() for each in FrameworkNames().items() for name in each]
NAMED = re.compile(rf"\b({'|'.join(dict.fromkeys(NAMES))})\b", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|^\s*(?:'|//).*?$", re.DOTALL | re.MULTILINE)


def named(file: Path) -> Counter[str]:
    """Return how often the code of a file names each framework; comments do not count."""
    text = file.read_text(encoding="utf-8")
    code = "\n".join(constants(text)) if file.suffix == ".py" else COMMENT.sub("", text)
    return Counter(name.lower() for name in NAMED.findall(code))


def constants(program: str) -> Iterator[str]:
    """Yield every word that a program itself says, without its docstrings."""
    tree = ast.parse(program)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str() as said) if id(node) not in docstrings:
                yield said
            case ast.Name(id=name) | ast.keyword(arg=str() as name):
                yield name


def entries(style: str, framework: str) -> set[str]:
    """Return what a style sheet has under the name of a framework, its colors left out."""
    pieces = {piece.strip() for piece in re.split(r"[\n;{}]", style) if "--md-" not in piece}
    name = re.compile(rf"\b{framework}\b", re.IGNORECASE)
    own = {name.sub("X", piece) for piece in pieces if name.search(piece)}
    return {re.sub(r"#[0-9a-fA-F]{6}|url\(.*\)", "", piece) for piece in own}


@pytest.mark.parametrize("file", MACHINERY, ids=lambda file: file.name)
def test_what_builds_the_site_names_no_framework(file: Path) -> None:
    assert not named(file), file


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_the_page_lists_every_style_sheet_that_names_a_framework(file: Path) -> None:
    listed = f"`{file.relative_to(ROOT).as_posix()}`" in PAGE.read_text(encoding="utf-8")
    assert listed == bool(named(file))


@pytest.mark.parametrize("file", STYLES[:-1], ids=lambda file: file.name)
def test_a_style_sheet_has_the_same_entries_for_each_framework(file: Path) -> None:
    style = COMMENT.sub("", file.read_text(encoding="utf-8"))
    first, *others = (entries(style, framework) for framework in FrameworkNames())
    assert all(other == first for other in others)


def test_the_glyphs_of_the_style_sheet_are_those_of_the_icons(ledger: Ledger) -> None:
    style = (ROOT / "docs" / "assets" / "css" / "site.css").read_text(encoding="utf-8")
    for framework in ledger.comparison.frameworks:
        (shown,) = re.findall(rf'--td-glyph-{framework.id}: url\("data:[^,]*,(.*?)"\);', style)
        vehicle = framework.vehicle.rsplit(maxsplit=1)[-1]
        icon = ROOT / "overrides" / ".icons" / "testdrive" / f"{vehicle}.svg"
        drawn = unquote(shown).replace("'", '"').replace("#000", "currentColor")
        assert drawn == icon.read_text(encoding="utf-8").strip(), framework.id
