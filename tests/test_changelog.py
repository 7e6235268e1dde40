"""What the changelog promises of the coming release is there, in the number that it names."""

from __future__ import annotations

import re
from functools import cache
from statistics import median

import pytest

from benchmarks import catalog, comparisons
from macros import load, topics
from macros.claims_file import CLAIMS, read_claims
from macros.ledger import Ledger
from macros.load import ROOT
from macros.text import series
from probes.lines import SERIES
from tests.budget import MATRICES, first_search_bytes, visits
from tests.site_tools import nav_pages

TEXT = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
COMING = TEXT.partition("\n## Unreleased\n")[2].partition("\n## ")[0]
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ROWS = [job.row for job in catalog.jobs()]


def headings(folder: str, mark: str) -> int:
    """Return how many lines of the pages below a folder start with a mark, such as ``##``."""
    pages = [page for page in nav_pages() if page.startswith(folder) and "index" not in page]
    texts = ((ROOT / "docs" / page).read_text(encoding="utf-8") for page in pages)
    return sum(len(re.findall(rf"^{mark} ", text, re.MULTILINE)) for text in texts)


def pages_of(pattern: str) -> int:
    return len([page for page in nav_pages() if re.fullmatch(pattern, page)])


@cache
def counted() -> dict[str, int]:
    """Return today's number of each thing that the changelog may count."""
    data = load.read(load.DATA)
    measured = [row for row in data.rows if any(cell.measured for cell in row.cells.values())]
    return {
        "groups of questions": len(data.groups),
        "published claims": len(read_claims(CLAIMS, data).claims),
        "questions answered": headings("questions/", "##"),
        "decision records": headings("decisions.md", "###"),
        "tasks built": len(topics.topics()),
        "pitfalls with both sides": headings("pitfalls/", r"\*\*Symptom\.\*\*"),
        "steps with predictions": pages_of(r"learn/(?!index|quiz)\w+\.md"),
        "pages made from the data": pages_of(r"learn/quiz/\w+\.md"),
        "ways in": headings("ways.md", "##"),
        "rows over": len(ROWS),
        "scenarios": len({row.scenario for row in ROWS}),
        "comparisons declared": len(comparisons.HEADLINES),
        "rows of the comparison rest": len(measured),
    }


@pytest.mark.parametrize("thing", counted())
def test_a_number_of_the_coming_release_is_that_of_today(thing: str) -> None:
    for told in re.findall(rf"(\w+) {thing}\b", COMING):
        number = int(told) if told.isdigit() else WORDS.index(told.lower())
        assert number == counted()[thing]


def test_the_first_edition_counts_each_of_them() -> None:
    missing = [thing for thing in counted() if thing not in COMING]
    assert not missing or "First edition" not in COMING


def test_the_versions_of_the_coming_release_are_those_of_the_data(ledger: Ledger) -> None:
    about = series([f"{each.name} {each.version}" for each in ledger.comparison.frameworks])
    assert about in COMING or "edition, about" not in COMING
    names = {each.id: each.name for each in ledger.comparison.frameworks}
    for told in re.findall(r"the same probes against (.*)\.$", COMING, re.MULTILINE):
        for line in SERIES:
            assert re.search(rf"{names[line.framework]} [^A-Z]*\b{re.escape(line.number)}", told)


def test_the_weights_of_the_coming_release_are_those_of_today_within_a_tenth() -> None:
    weight = (
        r"fetches (\d+) KB in the median and (\d+) KB for the whole matrix, a first search (\d+)"
    )
    for told in re.findall(weight, COMING):
        pages = [visit.total for visit in visits() if not MATRICES.match(visit.address)]
        (matrix,) = [visit.total for visit in visits() if visit.address == "compare/matrix/"]
        today = (median(pages), matrix, first_search_bytes())
        assert [*map(int, told)] == [pytest.approx(each / 1000, rel=0.1) for each in today]
