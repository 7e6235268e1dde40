"""The arrows of the house: who may import what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.load import ROOT

FRAMEWORKS = {"fastapi", "flask", "django", "starlette", "werkzeug"}
OURS = {"macros", "builder", "probes", "examples", "tests", "benchmarks"}


def imported(file: Path) -> Iterator[str]:
    """Yield the dotted name of everything that a file imports, wherever the line stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def packages(file: Path) -> set[str]:
    return {name.partition(".")[0] for name in imported(file)}


@pytest.mark.parametrize("folder", ["macros", "builder"])
def test_the_site_builds_without_any_framework(folder: str) -> None:
    for file in (ROOT / folder).glob("*.py"):
        assert not packages(file) & FRAMEWORKS, file


def test_macros_import_nothing_that_runs_or_builds() -> None:
    for file in (ROOT / "macros").glob("*.py"):
        assert not packages(file) & (OURS - {"macros"}), file


def test_only_the_wiring_knows_the_engine() -> None:
    for file in (ROOT / "macros").glob("*.py"):
        assert not packages(file) & {"mkdocs", "material", "mkdocs_macros"}, file


def test_the_model_stands_on_nothing_but_its_words() -> None:
    ours = {name for name in imported(ROOT / "macros" / "model.py") if name.startswith("macros")}
    assert {name.split(".")[1] for name in ours} == {"levels"}


def test_each_file_of_the_data_has_one_reader() -> None:
    readers = {"load.py", "claims_file.py", "history.py"}
    for file in (ROOT / "macros").glob("*.py"):
        opens = "read_bytes" in file.read_text(encoding="utf-8")
        assert not opens or file.name in {*readers, "diagrams.py"}, file


@pytest.mark.parametrize("file", sorted((ROOT / "probes").glob("*/*.py")), ids=lambda f: f.stem)
def test_a_probe_imports_nothing_of_ours(file: Path) -> None:
    assert not packages(file) & OURS


@pytest.mark.parametrize("file", sorted((ROOT / "examples").glob("*/*_app.py")), ids=str)
def test_an_example_imports_its_one_framework_and_nothing_of_ours(file: Path) -> None:
    own = file.stem.removesuffix("_app")
    assert not packages(file) & (OURS | ({"fastapi", "flask", "django"} - {own}))
