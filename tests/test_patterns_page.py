"""The page of production patterns: each set-up is explained, and a test that is there runs it."""

from __future__ import annotations

import re
from pathlib import Path

from macros.load import ROOT

PAGE = (ROOT / "docs" / "production" / "patterns.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| \[[^\]]+\]\(#(?P<anchor>[^)]+)\) \((?P<tests>[^|]+)\) \|", re.M)
TEST = re.compile(r"/blob/main/([\w/]+\.py)")
SNIPPET = re.compile(r'--8<-- "(examples/[^":]+)')


def set_ups() -> dict[str, list[Path]]:
    """Return the tests of each set-up in the table, by the address of its section."""
    return {
        row["anchor"]: [ROOT / name for name in TEST.findall(row["tests"])]
        for row in ROW.finditer(PAGE)
    }


def slug(heading: str) -> str:
    return re.sub(r"[^\w]+", "-", heading.lower().replace("'", "")).strip("-")


def test_the_table_and_the_sections_name_the_same_set_ups() -> None:
    headings = re.findall(r"^## (.+?)(?: \{.*\})?$", PAGE, re.M)
    assert list(set_ups()) == [slug(heading) for heading in headings]


def test_each_set_up_is_run_by_a_test_that_is_there() -> None:
    bare = [anchor for anchor, tests in set_ups().items() if not tests]
    gone = [test for tests in set_ups().values() for test in tests if not test.is_file()]
    assert (bare, gone) == ([], [])


def test_each_program_on_the_page_is_run_by_a_test_that_the_table_names() -> None:
    tested = {test.parent for tests in set_ups().values() for test in tests}
    shown = {ROOT / name for name in SNIPPET.findall(PAGE)}
    assert len(shown) >= 8
    assert [file for file in shown if not tested & {*file.parents}] == []
