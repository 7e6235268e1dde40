"""Prose is linted where it stands: in pages, claims and notes, and on its own lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from upkeep import grammar, prose
from upkeep.grammar import Checker, Settings
from upkeep.prose import Prose

PAGE = """---
title: Not read
description: What a page is about.
---

# A heading

It is fast {{ cite("orm", "flask") }}. See [the other page](other.md) and `an code`.

```python
an code = 1
```

> an quotation

A {{ term("view", "plain view") }} took {{ bench_share("row", 5) }}.

{{ prediction(
  "name",
  [("No", "It does not start.", "orm/flask")],
) }}
"""


@pytest.fixture(scope="module")
def chosen() -> Settings:
    return grammar.settings()


@pytest.fixture(scope="module")
def linter(chosen: Settings) -> Checker:
    return grammar.checker(chosen)


def lines(text: str) -> dict[int, str]:
    return {number: line for number, line in enumerate(text.split("\n"), 1) if line.strip()}


def test_the_sentences_of_a_page_keep_their_lines_and_lose_the_rest() -> None:
    assert lines(prose.of_page(PAGE)) == {
        3: "What a page is about.",
        6: "# A heading",
        8: "It is fast. See the other page and `an code`.",
        16: "A plain view took 1.",
        20: "It does not start.",
    }


def test_the_words_of_others_are_left_alone() -> None:
    assert prose.of_page('He says "an page".') == "He says `words`."


def test_the_sentences_of_a_data_file_stand_on_its_lines() -> None:
    data = "rows:\n  - note: 'A note\n      on two lines.'\n  - note: >-\n      Folded.\n"
    assert lines(prose.of_data(data, {"note"})) == {2: "A note on two lines.", 4: "Folded."}


def test_pages_claims_and_notes_are_all_read() -> None:
    files = {each.file for each in prose.everything() if each.text.strip()}
    assert files >= {
        "docs/myths.md", "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
        "data/claims.yml", "data/comparison.yml",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was cancelled.", '"cancelled"'),
        ("The behaviour differs.", '"behaviour"'),
        ("This is an test.", '"an"'),
        ("It stands in the the table.", '"the the"'),
    ],
)
def test_british_spelling_and_bad_grammar_are_found_with_their_line(
    linter: Checker, chosen: Settings, text: str, words: str
) -> None:
    [fault] = grammar.faults(linter, Prose("docs/a.md", f"Right.\n\n{text}\n"), chosen)
    assert fault.startswith(f"docs/a.md:3: {words}; ")
    assert fault.endswith(")"), "the rule is named, so that it can be looked up"


@pytest.mark.parametrize(
    "text",
    ["FastAPI and a2wsgi are names.", "It returns a SQLModel class.", "Gunicorn waits for it."],
)
def test_names_and_phrases_that_are_right_are_left_alone(
    linter: Checker, chosen: Settings, text: str
) -> None:
    assert list(grammar.faults(linter, Prose("docs/a.md", text), chosen)) == []


def test_a_rule_that_does_not_exist_cannot_be_turned_off() -> None:
    with pytest.raises(LookupError, match="no rule OxfordComa"):
        grammar.checker(Settings({"OxfordComa": "A slip."}, {}, ()))


def test_every_exception_has_its_reason(chosen: Settings) -> None:
    reasons = [*chosen.off.values(), *chosen.phrases.values()]
    assert [reason for reason in reasons if len(reason) < 7] == []


def test_a_phrase_that_no_text_has_is_no_exception(chosen: Settings) -> None:
    texts = "".join(each.text for each in prose.everything()).lower()
    assert [phrase for phrase in chosen.phrases if phrase.lower() not in texts] == []


def test_make_lint_asks_for_it() -> None:
    makefile = (Path(__file__).parents[1] / "Makefile").read_text(encoding="utf-8")
    assert "-m upkeep lint-prose" in makefile.partition("\nlint:")[2].partition("\n\n")[0]
