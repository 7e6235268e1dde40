"""The sentences of a page, each with its line, and which of them state a fact.

A macro is a part of the sentence that it ends. Code and quotations are no words of ours, and
the words of a link are the title of another page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What a sentence proves itself by: each shows the reader a state, a record or a figure.
CITING = re.compile(r"\{\{-?\s*(?:cite|answer|row|probe|rows_table|tested|bench_\w+)\(")
# Projects that do part of a framework's work, and the words for its layers.
PARTS = (
    *("Starlette", "Pydantic", "SQLModel", "SQLAlchemy", "OpenAPI", "Swagger", "AnyIO", "Typer"),
    *("Werkzeug", "Jinja", "Jinja2", "Click", "ItsDangerous", "MarkupSafe", "Blinker", "Quart"),
    *("asgiref", "a2wsgi", "Channels", "Daphne", "Celery", "Django Ninja", "Alembic", "DRF"),
    *("Uvicorn", "Gunicorn", "Hypercorn", "Granian", "WSGI", "ASGI", "ORM"),
)
NUMBER = re.compile(
    r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
DEFAULT = re.compile(r"\bdefaults?\b", re.IGNORECASE)
OPINION = re.compile(r"\bopinions?\b", re.IGNORECASE)
THAT_WAS_ONE = re.compile(r"(?:This|That) is (?:an|our) opinion\b")
DEFINITION = re.compile(r"\*[^*]+\*(?: and \*[^*]+\*)? (?:is|are) ")
INSTRUCTION = re.compile(
    r"(?:Add|Ask|Await|Block|Decide|Do not|Install|Keep|Limit|List|Load|Look|Mind|Name|Open|Put"
    r"|Read|Run|Say|Search|Set|Take|Validate|Write)\b"
)
# Paragraphs of the pitfalls: what somebody noticed is a story; of what happened all is a fact.
STORY = ("Symptom",)
ALL_FACTS = ("What happens", "What happens then")

_FRONT = re.compile(r"\A---\n.*?^---$", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^(?P<fence>[ ]*```).*?^(?P=fence)[ ]*$", re.DOTALL | re.MULTILINE)
_NO_SENTENCE = re.compile(r"^[ ]*(?:<[a-z]|\?\?\?|!!!|===).*$", re.MULTILINE)
_HEADING = re.compile(r"#+ (?P<title>.*?)(?: \{.*\})?$")
_HEAD_OF_TABLE = re.compile(r"^\|.*\|\n\| ---.*$", re.MULTILINE)
_MACRO = re.compile(r"\{\{.*?\}\}")
_NOT_WORDS = re.compile(r"\{\{.*?\}\}|`[^`]*`|\[[^\]]*\]\([^)]*\)|\"[^\"]*\"")
_START = re.compile(r"^[ ]*(?:[-*] |\d+\. )?")
_LABEL = re.compile(r"\*\*(?P<words>[^*]+?)[.]\*\*\s+")
_END = re.compile(r"(?<=[.!?])(?:\*\*)?\s+(?=\S)")


@dataclass(frozen=True)
class Sentence:
    """One sentence, or one line of a table.

    ``section`` is the heading above, ``label`` the bold words before its paragraph, ``after``
    the sentence that follows there.
    """

    line: int
    section: str
    text: str
    label: str = ""
    after: str = ""

    @property
    def words(self) -> str:
        """Return the sentence without macros, code, quotations and links."""
        return _NOT_WORDS.sub(" ", self.text)

    @property
    def cites(self) -> bool:
        """Tell whether it shows the reader what proves it."""
        return bool(CITING.search(self.text))

    @property
    def is_excused(self) -> bool:
        """Tell whether it is a question, an instruction, a definition, or marked as an opinion."""
        bare = self.text.strip("* ")
        return (
            bare.endswith("?")
            or bool(INSTRUCTION.match(bare))
            or bool(DEFINITION.match(self.text))
            or bool(OPINION.search(self.text))
            or bool(THAT_WAS_ONE.match(self.after))
        )

    def states_a_fact(self, known: re.Pattern[str]) -> bool:
        """Tell whether it names a ``known`` thing, a number or a default, or what happened."""
        if self.label in STORY:
            return False
        if self.label in ALL_FACTS:
            return True
        return any(pattern.search(self.words) for pattern in (known, NUMBER, DEFAULT))


def names(frameworks_and_packages: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of the names that make a sentence a fact, parts included."""
    longest_first = sorted({*frameworks_and_packages, *PARTS}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})\b")


def sentences(page: str) -> Iterator[Sentence]:
    """Yield the sentences of a page's Markdown in order."""
    for pattern in (_FRONT, _FENCE, _NO_SENTENCE, _HEAD_OF_TABLE):
        page = pattern.sub(lambda found: "\n" * found[0].count("\n"), page)
    section = ""
    for number, line in enumerate(page.splitlines(), start=1):
        if heading := _HEADING.match(line):
            section = heading["title"]
        else:
            yield from _of_line(number, section, line)


def _of_line(number: int, section: str, line: str) -> Iterator[Sentence]:
    if line.startswith("|"):
        yield Sentence(number, section, line)
        return
    paragraph = _START.sub("", line)
    label = _LABEL.match(paragraph)
    parts = _split(paragraph[label.end() :] if label else paragraph)
    parts = [part for part in parts if _MACRO.sub("", part).strip(" *.")]
    if label:
        yield Sentence(number, section, label["words"], after=next(iter(parts), ""))
    for part, after in zip(parts, [*parts[1:], ""], strict=False):
        yield Sentence(number, section, part, label["words"] if label else "", after)


def _split(paragraph: str) -> list[str]:
    """Split at the ends of sentences, but not inside a macro, code or a quotation."""
    kept = iter([found[0] for found in _NOT_WORDS.finditer(paragraph)])
    hidden = _NOT_WORDS.sub("\0", paragraph)
    return [re.sub("\0", lambda _: next(kept), part) for part in _END.split(hidden)]
