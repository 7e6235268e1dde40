"""House rules for words: no advertising, no promises, American spelling.

Misspellings are found by codespell (``make lint``); here is what it does not know. Quotations
and code are left alone, because their words are somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXTS = [
    *sorted((ROOT / "docs").rglob("*.md")),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
]
BANNED = {
    r"coming soon": "say what is there; leave the rest out",
    r"blazing(ly)?|lightning[- ]fast": "give the number",
    r"best[- ]in[- ]class|world[- ]class|state[- ]of[- ]the[- ]art": "say what was compared",
    r"cutting[- ]edge|bleeding[- ]edge|next[- ]gen\w*": "give the version or the date",
    r"game[- ]chang\w+|revolutionary|seamless\w*|effortless\w*": "say what it does",
    r"obviously|of course|needless to say|simply put": "leave it out",
    r"click here": "let the link say where it leads",
    r"lorem ipsum|to be written|work in progress|under construction": "write it or leave it out",
    r"utili[sz]e\w*|leverag\w+": 'write "use"',
}
BRITISH = {
    r"(behavi|col|fav|flav|hon|lab|neighb)our\w*": "or",
    r"(organi|reali|recogni|seriali|optimi|customi|initiali|normali|minimi|summari|"
    r"authori|synchroni|speciali|generali|visuali|prioriti|containeri)s(e|es|ed|ing|ation)\b": "z",
    r"analys(e|ed|es\b(?! of)|ing)": "analyze",
    r"cent(re|res|red)|met(re|res)": "er",
    r"licen[c]e[sd]?": "license",
    r"defence|offence": "se",
    r"(cancel|label|model|travel|signal)l(ed|ing)": "one l",
    r"catalogue[sd]?|dialogue box\w*": "catalog",
    r"grey\w*|programmes?|whilst|amongst|learnt|spelt": "American form",
}
RULES = [
    *((re.compile(rf"\b({words})\b", re.IGNORECASE), mend) for words, mend in BANNED.items()),
    *(
        (re.compile(rf"\b({words})\b", re.IGNORECASE), f"American spelling: {mend}")
        for words, mend in BRITISH.items()
    ),
]
NOT_OURS = re.compile(
    r"^(?P<fence>\s*(```|~~~)).*?^(?P=fence)\s*$"  # blocks of code
    r"|^\s*>.*$"  # quotations
    r"|`[^`\n]*`"  # code in a line
    r"|\{\{.*?\}\}"  # macro calls
    r"|\"[^\"\n]*\"|“[^”\n]*”"  # words in quotation marks
    r"|\]\([^)\n]*\)",  # addresses
    re.MULTILINE | re.DOTALL,
)


def faults(text: str, name: str) -> Iterator[str]:
    """Yield each broken rule with its file and line, what it is and how to mend it."""
    own = NOT_OURS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for number, line in enumerate(own.splitlines(), start=1):
        for rule, mend in RULES:
            for found in rule.finditer(line):
                yield f'{name}:{number}: "{found[0]}"; {mend}'


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_page_keeps_the_house_rules_for_words(page: Path) -> None:
    name = page.relative_to(ROOT).as_posix()
    assert list(faults(page.read_text(encoding="utf-8"), name)) == []


@pytest.mark.parametrize(
    "text",
    ["Coming soon.", "It is blazingly quick.", "best-in-class", "the behaviour", "it is cancelled",
     "serialised", "the licence", "in the centre"],
)  # fmt: skip
def test_a_word_against_the_rules_is_found_with_its_line(text: str) -> None:
    [found] = faults(f"First line.\n{text}\n", "docs/a.md")
    assert found.startswith("docs/a.md:2: ")


@pytest.mark.parametrize(
    "text",
    ["> It is blazing fast.\n", 'They say "blazing fast".', "`on_behaviour`", "[here](/colour/)",
     "```python\ncolour = 1\n```\n", "He promised a center.", "analysis and analyses of data"],
)  # fmt: skip
def test_quotations_code_addresses_and_right_words_are_left_alone(text: str) -> None:
    assert list(faults(text, "docs/a.md")) == []
