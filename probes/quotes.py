"""Look up quoted words in the documentation that the pinned version's source archive ships.

Words and documentation are brought to one form before they are compared:

- inline markup gives way to what a reader sees: ``:role:`x` `` and ``:role:`x <target>` ``,
  ``[x](address)``, ``[x][label]``, ```x <address>`_`` and ``<tag>x</tag>`` become ``x``
- the markup characters ````` and ``*`` go
- curly quotation marks become straight ones
- every run of white space becomes one blank

Letter case and punctuation stay. The words must begin and end at a word's edge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from packaging.utils import canonicalize_name

from macros.cell import Quote
from probes.archives import CACHE, PINS, fetched, read_member, read_pins

_MARKUP = (
    (re.compile(r":[a-z]+(?:[:-][a-z]+)*:`[~!]?([^`<]+?)(?:\s*<[^`<>]*>)?`"), r"\1"),
    (re.compile(r"`([^`<]+?)\s*<[^`<>]*>`__?"), r"\1"),
    (re.compile(r"`([^`]+)`__?(?!\w)"), r"\1"),
    (re.compile(r"!?\[([^\[\]]+)\](?:\([^()\s]*(?:\s\"[^\"]*\")?\)|\[[^\[\]]*\])"), r"\1"),
    (re.compile(r"</?[a-z]+(?:\s[^<>]*)?/?>"), ""),
    (re.compile(r"[`*]"), ""),
    (re.compile("[\u2018\u2019]"), "'"),
    (re.compile("[\u201c\u201d]"), '"'),
    (re.compile(r"\s+"), " "),
)


class QuoteState(StrEnum):
    """What came of looking a quotation up."""

    FOUND = "found"
    NOT_FOUND = "not found"
    NO_FILE = "no such file in the archive"
    NO_ARCHIVE = "no archive"
    BY_HAND = "checked by hand"


@dataclass(frozen=True)
class QuoteResult:
    """The outcome of one look-up; ``detail`` helps to mend it or says how it was checked."""

    quote: Quote
    state: QuoteState
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Tell whether nothing contradicts the quotation."""
        return self.state in (QuoteState.FOUND, QuoteState.BY_HAND)


def find(quote: Quote, pins: Path = PINS, cache: Path = CACHE) -> QuoteResult:
    """Look the words of ``quote`` up in the archive that it names.

    An archive that is not in the cache is fetched once. Raises IndexUnavailableError when
    that needs the network and there is none.
    """
    if quote.archive is None:
        checked = quote.checked
        detail = f"{checked.day}: {checked.how}" if checked else ""
        return QuoteResult(quote, QuoteState.BY_HAND, detail)
    name, _, member = quote.archive.partition("/")
    known = read_pins(pins)
    pin = known.get(canonicalize_name(name))
    if pin is None:
        detail = f"{name} is not among {', '.join(sorted(known))}"
        return QuoteResult(quote, QuoteState.NO_ARCHIVE, detail)
    text = _plain_member(fetched(pin, cache), member)
    if text is None:
        return QuoteResult(quote, QuoteState.NO_FILE, f"{name} {pin.version} has no {member}")
    if _occurs(plain(quote.words), text):
        return QuoteResult(quote, QuoteState.FOUND)
    return QuoteResult(quote, QuoteState.NOT_FOUND, f"nearest: {_nearest(quote.words, text)}")


def archive_versions(pins: Path = PINS) -> dict[str, str]:
    """Return the version of each distribution whose archive can be consulted."""
    return {name: pin.version for name, pin in read_pins(pins).items()}


def plain(text: str) -> str:
    """Return ``text`` in the form in which words are compared (see the module's text)."""
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return text.strip()


@lru_cache(maxsize=64)
def _plain_member(archive: Path, member: str) -> str | None:
    text = read_member(archive, member)
    return None if text is None else plain(text)


def _occurs(words: str, text: str) -> bool:
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.search(before + re.escape(words) + after, text) is not None


def _nearest(words: str, text: str) -> str:
    """Return the passage of ``text`` that shares the longest run of words with ``words``."""
    wanted, given = plain(words).split(), text.split()
    match = SequenceMatcher(None, wanted, given, autojunk=False).find_longest_match()
    first = max(0, match.b - match.a)
    return " ".join(given[first : first + len(wanted) + 5])
