"""The arrows of the house: who may import what."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from macros.load import ROOT

FRAMEWORKS = {"fastapi", "flask", "django", "starlette", "werkzeug"}
OURS = {"macros", "builder", "probes", "examples", "tests", "benchmarks", "book", "upkeep"}


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
    for file in (ROOT / folder).rglob("*.py"):
        assert not packages(file) & FRAMEWORKS, file


def test_what_programs_read_is_made_of_the_data_and_the_built_pages_alone() -> None:
    for file in (ROOT / "builder" / "export").glob("*.py"):
        ours = {name for name in imported(file) if name.partition(".")[0] in OURS}
        known = ("macros", "builder.export", "builder.cache")
        assert not [name for name in ours if not name.startswith(known)]
    assert not packages(ROOT / "builder" / "cache.py") & OURS


def test_macros_import_nothing_that_runs_or_builds() -> None:
    for file in (ROOT / "macros").rglob("*.py"):
        assert not packages(file) & (OURS - {"macros"}), file


def test_no_macros_import_each_other_in_a_circle() -> None:
    files = (ROOT / "macros").rglob("*.py")
    arrows = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts): set(imported(file))
        for file in files
    }
    TopologicalSorter(arrows).prepare()  # raises CycleError, which names the circle


def test_the_benchmark_imports_the_model_and_nothing_else_of_ours() -> None:
    for file in (ROOT / "benchmarks").glob("*.py"):
        assert not packages(file) & (OURS | FRAMEWORKS) - {"macros", "benchmarks"}, file


@pytest.mark.parametrize("file", sorted((ROOT / "benchmarks").glob("apps/*.py")), ids=str)
def test_an_application_of_the_benchmark_imports_one_framework_and_nothing_of_ours(
    file: Path,
) -> None:
    used = packages(file)
    assert not used & OURS
    assert len(used & {"fastapi", "flask", "django"}) <= 1


def test_the_engine_is_imported_where_the_page_about_the_house_says() -> None:
    engines = {"mkdocs", "material", "mkdocs_macros"}
    files = [file for folder in ("macros", "builder", "book", "upkeep", "probes", "benchmarks")
             for file in (ROOT / folder).rglob("*.py")]  # fmt: skip
    knowing = {f.relative_to(ROOT).as_posix() for f in files if packages(f) & engines}
    page = (ROOT / "docs" / "contribute" / "house.md").read_text(encoding="utf-8")
    (rule,) = [line for line in page.splitlines() if "**The engine is known" in line]
    assert {"macros/__init__.py", *knowing} == set(re.findall(r"`([\w/]+\.py)`", rule))
    assert len(knowing) == 2


def test_the_model_stands_on_nothing_but_its_words() -> None:
    parts = {"framework", "cell", "model"}
    for part in parts:
        known = imported(ROOT / "macros" / f"{part}.py")
        ours = {name.split(".")[1] for name in known if name.startswith("macros.")}
        assert ours - {"fields", "levels"} == (parts - {part} if part == "model" else set()), part


def test_each_file_of_the_data_has_one_reader() -> None:
    readers = {"load.py", "claims_file.py", "reading.py", "published.py", "runs_file.py"}
    for file in (ROOT / "macros").rglob("*.py"):
        opens = "read_bytes" in file.read_text(encoding="utf-8")
        assert not opens or file.name in {*readers, "diagrams.py"}, file


@pytest.mark.parametrize("file", sorted((ROOT / "probes").glob("*/*.py")), ids=lambda f: f.stem)
def test_a_probe_imports_nothing_of_ours(file: Path) -> None:
    assert not packages(file) & OURS


@pytest.mark.parametrize("file", sorted((ROOT / "examples").glob("*/*_app.py")), ids=str)
def test_an_example_imports_its_one_framework_and_nothing_of_ours(file: Path) -> None:
    own = file.stem.removesuffix("_app")
    assert not packages(file) & (OURS | ({"fastapi", "flask", "django"} - {own}))


def test_nobody_builds_on_the_upkeep() -> None:
    for package in ("macros", "builder", "probes"):
        for file in (ROOT / package).glob("*.py"):
            assert "upkeep" not in packages(file), file
