"""The page on how the house is built says what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.house import modules
from macros.load import ROOT
from tests.test_imports import OURS, packages

ARROW = re.compile(r"^(\w+) --> (\w+)$", re.MULTILINE)
DRAWN = (ROOT / "diagrams" / "house.puml").read_text(encoding="utf-8")
NOT_DRAWN = {"tests"}
PACKAGES = (
    "macros",
    "macros/needs",
    "builder",
    "builder/export",
    "probes",
    "benchmarks",
    "book",
    "upkeep",
)


def known_to(package: str) -> set[str]:
    """Return which of our packages a package imports."""
    files = (ROOT / package).rglob("*.py")
    return {name for file in files for name in packages(file)} & (OURS - NOT_DRAWN - {package})


def drawn() -> dict[str, set[str]]:
    names = re.findall(r"^rectangle .* as (\w+)$", DRAWN, re.MULTILINE)
    return {name: {b for a, b in ARROW.findall(DRAWN) if a == name} for name in names}


@pytest.mark.parametrize("package", sorted(drawn()))
def test_the_diagram_draws_the_imports_of_each_package(package: str) -> None:
    if (ROOT / package).exists():
        assert known_to(package) == drawn()[package]


def test_the_diagram_draws_every_package() -> None:
    there = {name for name in OURS - NOT_DRAWN if any((ROOT / name).glob("**/*.py"))}
    assert there <= set(drawn())


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_is_listed_with_what_it_is_for(package: str) -> None:
    table = modules(package)
    for file in (ROOT / package).glob("*.py"):
        assert re.search(rf"^\| `{file.name}` \| \S.{{10,}} \|$", table, re.MULTILINE), file


def test_the_page_lists_the_modules_of_each_package() -> None:
    page = (ROOT / "docs" / "contribute" / "house.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r'modules\("([\w/]+)"\)', page)) == PACKAGES


def test_an_unknown_package_is_one_message(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match='no package "nothing"'):
        modules("nothing", tmp_path)


def test_a_bar_in_a_text_does_not_end_a_cell(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "a.py").write_text('"""This or | that."""\n', encoding="utf-8")
    assert "| `a.py` | This or \\| that. |" in modules("p", tmp_path)
