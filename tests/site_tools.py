"""The built site for the tests: one build for all workers, and small projects to build."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from book import outline

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
BUILD_SECONDS = CACHE / "test-site.seconds"  # of processor time, for the last built site
PYTHON = ROOT / ".venv" / "bin" / "python"
BASE = "/some/base/"
SITE_URL = f"https://docs.example{BASE}"
DAY = "1795305600"  # November 22, 2026, where neither the environment nor a commit names a day
SOURCES = (
    "mkdocs.yml",
    "benchmarks",
    "builder",
    "data",
    "diagrams",
    "docs",
    "examples",
    "macros",
    "overrides",
    "probes",
)
UNUSED = ("__pycache__", "node_modules", ".pytest_cache")
_CODE = (
    "builder", "data", "benchmarks/records", "macros", "overrides", "diagrams", "docs/assets",
    "examples/pitfalls",
)  # fmt: skip
OLD = 3600  # seconds
_BUILD = "import sys, pathlib; from builder import site; site.build(pathlib.Path(sys.argv[1]))"


def run_builder(
    *arguments: str, root: Path = ROOT, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program of the site's environment in ``root`` and return what it said."""
    return subprocess.run(
        [PYTHON, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(settings or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def build_into(target: Path, settings: Mapping[str, str] | None = None) -> None:
    """Build the whole site into ``target``; raises AssertionError with the builder's words."""
    fixed = {"SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": build_second(), **(settings or {})}
    result = run_builder("-c", _BUILD, str(target), settings=fixed)
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"


@cache
def build_second() -> str:
    """Return the second that the builds of this run take for now."""
    command = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return os.environ.get("SOURCE_DATE_EPOCH") or told.stdout.strip() or DAY


def built_site() -> Path:
    """Return the built site of the present sources; the first worker that asks builds it.

    Raises AssertionError with the builder's words, without building again for each test.
    """
    folder, complaint = _built_site()
    assert not complaint, complaint
    return folder


@cache
def _built_site() -> tuple[Path, str]:
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "test-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = CACHE / f"test-site-{_state_of_sources()}"
        try:
            if not folder.exists():
                _remove_old_sites()
                before = seconds_of_children()
                build_into(folder)
                BUILD_SECONDS.write_text(f"{seconds_of_children() - before:.2f}")
        except AssertionError as error:
            return folder, f"{error}"
    return folder, ""


def seconds_of_children() -> float:
    """Return the processor time of all programs that this one has started and seen end."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _state_of_sources() -> str:
    digest = hashlib.sha256(build_second().encode())
    for path in sorted(_source_files()):
        stat = path.stat()
        digest.update(f"{path}\0{stat.st_mtime_ns}\0{stat.st_size}\0".encode())
    return digest.hexdigest()[:16]


def _source_files() -> Iterator[Path]:
    for name in SOURCES:
        top = ROOT / name
        files = [top] if top.is_file() else top.rglob("*")
        yield from (file for file in files if file.is_file() and not set(file.parts) & {*UNUSED})


def _remove_old_sites() -> None:
    for folder in CACHE.glob("test-site-*"):
        if time.time() - folder.stat().st_mtime > OLD:
            shutil.rmtree(folder, ignore_errors=True)


@cache
def config() -> dict[str, Any]:
    """Return what mkdocs.yml says."""
    return outline.settings(ROOT / "mkdocs.yml")


def nav_pages() -> list[str]:
    """Return the sources of all pages of the navigation, in its order."""
    return list(_leaves(config()["nav"]))


def _leaves(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    else:
        for child in item.values() if isinstance(item, dict) else item:
            yield from _leaves(child)


def address_of(source: str) -> str:
    """Return the address of a page below the base: `a/b.md` is at `a/b/`."""
    bare = source.removesuffix(".md")
    return "" if bare == "index" else bare.removesuffix("/index") + "/"


def small_project(folder: Path, texts: Mapping[str, str]) -> None:
    """Copy into ``folder`` what a build needs, with few pages."""
    for name in _CODE:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*UNUSED))
    for watched in config()["watch"]:
        (folder / watched).mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / "docs" / name).write_text(f"---\ndescription: A page.\n---\n{text}")
    nav = "".join(f"  - {name}\n" for name in texts)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(re.sub(r"(?m)^nav:\n(?: .*\n)+", f"nav:\n{nav}", settings))


def with_data_alone(folder: Path, data: str) -> None:
    """Give a small project other data, without all that speaks of the rows of ours."""
    shutil.rmtree(folder / "data" / "evidence")
    (folder / "data" / "evidence").mkdir()
    (folder / "data" / "comparison.yml").write_text(data, encoding="utf-8")
    (folder / "data" / "claims.yml").write_text("topics: []\nclaims: []\n")
    (folder / "data" / "published.json").write_text("{}\n")
    (folder / "data" / "redirects.yml").write_text("rows: {}\npages: {}\n")
    needs = folder / "macros" / "needs" / "__init__.py"
    needs.write_text(f"{needs.read_text(encoding='utf-8')}\n\nQUESTIONS = ()\n")
