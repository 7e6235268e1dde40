"""Pages of prose prove what they say: each cites cells, and each cited cell exists.

Nothing is built here: the calls are read from the text of the pages, so that a wrong id is
named with its file and line in a second.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.ledger import Ledger
from macros.model import Comparison, UnknownNameError

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PROSE = (
    "index.md",
    "choosing.md",
    "myths.md",
    "pitfalls/*.md",
    "takeaways.md",
    "understand/*.md",
    "production/*.md",
    "learn/*.md",
    "questions/*.md",
    "claims*.md",
    "claims/*.md",
)
# A door or a list of pages makes no claim of its own; the pages behind it do.
DOORS = {
    "pitfalls/index.md",
    "learn/index.md",
    "learn/quiz.md",
    "questions/index.md",
    "claims/index.md",
}
CITING = {"cite": 1, "answer": 1, "row": 1, "probe": 1, "rows_table": 0}
# Macros that cite, or show a record, on their own.
LISTS = re.compile(r"\{\{-?\s*(claim_table|claim_sections|prediction|support_timeline|bench_\w+)\(")
SECTIONS = (
    "production/*.md",
    "understand/*.md",
    "learn/*.md",
    "myths.md",
    "choosing.md",
    "takeaways.md",
)
# What a reader has learned, where a page leads, and a heading with sections of its own.
NO_CLAIMS = ("Now you can", "Where it fits", "Twelve points")
LONG = 1000  # words
NOT_PROSE = re.compile(r"\A---.*?^---$|^```.*?^```$|\{\{.*?\}\}", re.DOTALL | re.MULTILINE)
SUMMARY = re.compile(r"^\*\*In short\.\*\* |^\| --- ", re.MULTILINE)
# Definitions that are looked up one by one, and pages that are not of the lesson.
NO_SUMMARY = ("glossary.md", "performance/", "contribute/", "data/")

_CALL = re.compile(r"\{\{-?\s*(?P<name>\w+)(?P<arguments>\(.*?\))[^{}]*\}\}")


@dataclass(frozen=True)
class Citation:
    """A cell, or a whole row, named on a page."""

    place: str
    row: str
    framework: str | None = None

    def problem(self, data: Comparison) -> str | None:
        """Return what is wrong with the names, or None."""
        try:
            row = data.row(self.row)
            if self.framework is not None:
                data.cell(row.id, self.framework)
        except UnknownNameError as error:
            return f"{self.place}: {error}"
        return None


def pages() -> list[Path]:
    found = {page for pattern in PROSE for page in DOCS.glob(pattern)}
    return sorted(found)


def citations(text: str, name: str) -> Iterator[Citation]:
    """Yield what the macro calls of a page cite, each with its file and line."""
    for call in _CALL.finditer(text):
        if call["name"] in CITING:
            place = f"{name}:{text.count(chr(10), 0, call.start()) + 1}"
            yield from _cited(call["name"], _literals(call["arguments"], place), place)


def _cited(macro: str, arguments: list[object], place: str) -> Iterator[Citation]:
    if not CITING[macro]:
        ids = arguments[0]
        assert isinstance(ids, list), f"{place}: {macro} takes a list of row ids first"
        yield from (Citation(place, str(row)) for row in ids)
        return
    framework = arguments[1] if len(arguments) > 1 else None
    yield Citation(place, str(arguments[0]), str(framework) if framework is not None else None)


def _literals(arguments: str, place: str) -> list[object]:
    """Return the arguments of a call; anything but literals cannot be checked and is refused."""
    try:
        call = ast.parse(f"call{arguments}", mode="eval").body
        assert isinstance(call, ast.Call)
        return [ast.literal_eval(each) for each in (*call.args, *(k.value for k in call.keywords))]
    except (SyntaxError, ValueError):
        raise AssertionError(f"{place}: write the ids of {arguments} as plain text") from None


def cites_by_list(text: str) -> bool:
    """Tell whether a page calls a macro that writes citations by itself."""
    return bool(LISTS.search(text))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(DOCS).as_posix())
def test_each_page_of_prose_cites_cells_that_exist(page: Path, ledger: Ledger) -> None:
    text, name = page.read_text(encoding="utf-8"), page.relative_to(ROOT).as_posix()
    found = list(citations(text, name))
    problems = [problem for each in found if (problem := each.problem(ledger.comparison))]
    assert problems == []
    door = page.relative_to(DOCS).as_posix() in DOORS
    assert found or door or cites_by_list(text), f"{name}:1: no citation on a page of prose"


def test_the_pages_that_must_cite_are_there() -> None:
    names = {page.relative_to(DOCS).as_posix() for page in pages()}
    assert names >= {"index.md", "choosing.md", "myths.md", "takeaways.md"}
    assert {name.split("/")[0] for name in names if "/" in name} >= {"understand", "production"}


@pytest.mark.parametrize("pattern", SECTIONS)
def test_each_section_of_the_lesson_cites(pattern: str) -> None:
    bare = [
        f"docs/{page.relative_to(DOCS).as_posix()}: {heading}"
        for page in sorted(DOCS.glob(pattern))
        for heading, text in sections(page.read_text(encoding="utf-8"))
        if not (list(citations(text, page.name)) or cites_by_list(text))
        and not heading.startswith(NO_CLAIMS)
    ]
    assert bare == []


def long_pages() -> Iterator[tuple[str, str]]:
    """Yield the name of each long page of the lesson, and what stands before its sections."""
    for page in sorted(DOCS.rglob("*.md")):
        name, text = page.relative_to(DOCS).as_posix(), page.read_text(encoding="utf-8")
        words = len(re.findall(r"\w+", NOT_PROSE.sub("", text)))
        if words > LONG and not name.startswith(NO_SUMMARY):
            yield name, text.partition("\n## ")[0]


def test_a_long_page_has_a_summary_on_top() -> None:
    found = dict(long_pages())
    assert {"myths.md", "questions/people.md", "pitfalls/fastapi.md"} <= found.keys()
    assert [name for name, top in found.items() if not SUMMARY.search(top)] == []


def sections(text: str) -> list[tuple[str, str]]:
    """Return the parts of a page below headings of the second and third order."""
    parts = re.split(r"^###? (.+)$", text, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_an_id_that_does_not_exist_is_named_with_file_line_and_the_nearest_id(
    ledger: Ledger,
) -> None:
    [found] = citations('Text.\n\nMore {{ cite("csrf_protecton", "django") }}.', "docs/a.md")
    assert found.problem(ledger.comparison) == (
        'docs/a.md:3: no row "csrf_protecton" in data/comparison.yml; '
        'did you mean "csrf_protection"?'
    )


def test_a_framework_that_does_not_exist_is_named(ledger: Ledger) -> None:
    [found] = citations('{{ answer("csrf_protection", "djnago") }}', "docs/a.md")
    assert 'docs/a.md:1: no framework "djnago"' in str(found.problem(ledger.comparison))


def test_every_row_of_a_table_is_a_citation() -> None:
    found = citations('{{ rows_table(["orm", "cors"], "A table") }}', "docs/a.md")
    assert [each.row for each in found] == ["orm", "cors"]


def test_two_citations_on_a_line_are_two() -> None:
    found = citations('{{ cite("orm") }} and {{ cite("cors", "flask") }}', "docs/a.md")
    assert [(each.row, each.framework) for each in found] == [("orm", None), ("cors", "flask")]


def test_a_name_that_is_computed_is_refused() -> None:
    with pytest.raises(AssertionError, match="write the ids"):
        list(citations("{{ cite(name) }}", "docs/a.md"))
