"""On the pages that persuade, every sentence of fact shows what proves it.

A sentence is one of fact where it names a framework or a part of one, a number or a default.
Questions, instructions, definitions and marked opinions are none; tests/sentences.py tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import pitfall_tests
from macros.ledger import Ledger
from macros.model import Comparison
from tests.sentences import Sentence, names, sentences

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [
    *(DOCS / "myths.md", DOCS / "choosing.md", DOCS / "understand" / "architecture.md"),
    *(DOCS / "chooser.md", DOCS / "chooser" / "rules.md"),
    *sorted((DOCS / "pitfalls").glob("*.md")),
]
# A reader of two marks in a row cannot tell which word each of them proves.
MARKS_IN_A_ROW = re.compile(r"\{\{ (?:cite|tested)\([^}]*\}\}[ ,]*\{\{ (?:cite|tested)\([^}]*\}\}")
# What need not cite, each with its reason. A section is named by its heading.
SECTIONS = {
    ("chooser.md", "The rules"): "definitions of the chooser, held by tests/test_chooser.py",
    ("chooser/rules.md", "The chooser's rules"): "the same; each row in the table below cites",
    ("chooser/rules.md", "Do the rules lean?"): "counts, held by tests/test_chooser_shares.py",
}
SENTENCES = {
    ("pitfalls/index.md", "Nineteen mistakes"): "counts the page's entries, as a test below does",
}


def known_names(data: Comparison) -> list[str]:
    """Return the frameworks, and the packages of cells that no other word looks like."""
    packages = {cell.package or "" for row in data.rows for cell in row.cells.values()}
    telling = [name for name in packages if "-" in name or name[:1].isupper()]
    return [*(framework.name for framework in data.frameworks), *telling]


def bare(text: str, page: str, data: Comparison) -> Iterator[str]:
    """Yield a message for each sentence of fact that shows no proof and is not excused."""
    known = names(known_names(data))
    for each in sentences(text):
        if each.states_a_fact(known) and not (each.cites or each.is_excused or listed(each, page)):
            yield (
                f'docs/{page}:{each.line}: "{each.text.strip()}" states a fact and cites nothing; '
                "expected {{ cite(row, framework) }} or another citing macro before its end; cite "
                "what proves it, say what a row proves, mark it as an opinion, or leave it out"
            )


def listed(sentence: Sentence, page: str) -> bool:
    """Tell whether a sentence stands on the lists above."""
    return (page, sentence.section) in SECTIONS or any(
        page == where and sentence.text.startswith(start) for where, start in SENTENCES
    )


def name_of(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_each_sentence_of_fact_shows_its_proof(page: Path, ledger: Ledger) -> None:
    text = page.read_text(encoding="utf-8")
    assert list(bare(text, name_of(page), ledger.comparison)) == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_two_marks_stand_side_by_side(page: Path) -> None:
    assert MARKS_IN_A_ROW.findall(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("page", "section"), SECTIONS)
def test_an_excused_section_is_there(page: str, section: str) -> None:
    assert section in {each.section for each in sentences((DOCS / page).read_text("utf-8"))}


@pytest.mark.parametrize(("page", "start"), SENTENCES)
def test_an_excused_sentence_is_there(page: str, start: str) -> None:
    assert any(each.text.startswith(start) for each in sentences((DOCS / page).read_text("utf-8")))


def test_the_list_of_pitfalls_counts_nineteen() -> None:
    pages = [page.read_text("utf-8") for page in sorted((DOCS / "pitfalls").glob("*.md"))]
    assert sum(text.count("\n**Symptom.** ") for text in pages) == 19


@pytest.mark.parametrize(
    "sentence",
    ["Flask has no forms.", "Starlette matches the path.", "It takes 40 threads.",
     "Eight requests overlap.", "By default it is off.", "Flask-Login keeps the session.",
     "| Database | yours | its own ORM |", "It is so. Under WSGI it is not. It is."],
)  # fmt: skip
def test_a_bare_sentence_of_fact_is_named_with_its_page_and_line(
    sentence: str, ledger: Ledger
) -> None:
    [message] = bare(f"# Page\n\n{sentence}\n", "a.md", ledger.comparison)
    assert message.startswith('docs/a.md:3: "')
    assert "cites nothing; expected {{ cite(row, framework) }}" in message


@pytest.mark.parametrize(
    "sentence",
    ['Flask has no forms {{ cite("html_forms", "flask") }}.', "Is Flask slow?",
     "Look for Flask in the log.", "In our opinion Flask is small.",
     "Flask is small. This is an opinion.", "*WSGI* and *ASGI* are two agreements.",
     "Code such as `flask` is no name.", 'They say "Flask is slow".',
     "See [Flask in eight steps](flask.md).", "**Symptom.** Flask stops.",
     "A request in flight waits.", '{{ asserted("x") }} wait {{ tested("y") }}.',
     "```python\nflask = Flask(8)\n```"],
)  # fmt: skip
def test_a_proved_or_excused_sentence_passes(sentence: str, ledger: Ledger) -> None:
    assert list(bare(f"{sentence}\n", "a.md", ledger.comparison)) == []


def test_of_what_happened_to_a_pitfall_every_sentence_is_a_fact(ledger: Ledger) -> None:
    said = '**What happens.** It falls over. It gets up {{ tested("x") }}.\n'
    [message] = bare(said, "a.md", ledger.comparison)
    assert '"It falls over."' in message


def test_a_citation_does_not_reach_over_the_end_of_its_sentence(ledger: Ledger) -> None:
    said = 'Flask has forms. It has none {{ cite("html_forms", "flask") }}.'
    [message] = bare(said, "a.md", ledger.comparison)
    assert '"Flask has forms."' in message


def marked_tests() -> Iterator[tuple[str, str]]:
    """Yield the page and the name of each test that a page calls as a witness."""
    for page in sorted(DOCS.rglob("*.md")):
        for call in pitfall_tests.CALL.finditer(page.read_text(encoding="utf-8")):
            yield name_of(page), call[1]


def test_each_test_that_a_page_names_is_there() -> None:
    known, marked = pitfall_tests.known_tests(), list(marked_tests())
    assert len(marked) > 50
    assert [(page, name) for page, name in marked if name not in known] == []


def test_a_page_that_names_tests_shows_them() -> None:
    for page in {page for page, _ in marked_tests()}:
        assert "{{ page_tests() }}" in (DOCS / page).read_text(encoding="utf-8"), page


def test_a_mark_leads_to_its_test_and_reads_as_a_sentence() -> None:
    name = "a_link_that_is_only_visited_deletes_a_book"
    mark = pitfall_tests.tested(name)
    shown = pitfall_tests.page_tests(f'Gone {{{{ tested("{name}") }}}}.', "https://example.org/r")
    assert 'title="A link that is only visited deletes a book">● tested</a>' in mark
    assert 'href="#tested-a-link-that-is-only-visited-deletes-a-book"' in mark
    assert 'id="tested-a-link-that-is-only-visited-deletes-a-book"' in shown


def test_a_test_is_read_with_the_capitals_of_its_names() -> None:
    mark = pitfall_tests.tested("the_one_file_django_answers_with_json")
    assert 'title="The one file Django answers with JSON"' in mark


def test_a_shown_test_brings_its_fixtures_and_helpers() -> None:
    call = '{{ tested("a_view_for_post_refuses_a_visit_and_asks_for_the_token") }}'
    shown = pitfall_tests.page_tests(call, "https://example.org/r")
    assert "@pytest.fixture\ndef with_token(" in shown
    assert "def rows(" in shown
    assert 'https://example.org/r/blob/main/examples/pitfalls/test_django_pitfalls.py"' in shown


def test_a_test_that_does_not_exist_is_named_with_the_nearest() -> None:
    with pytest.raises(LookupError, match='did you mean "a_wrong_guess_uses_the_kept_code_up"'):
        pitfall_tests.tested("a_wrong_guess_uses_the_kept_code")
