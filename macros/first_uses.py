"""The first use of each glossary term on a page of the lesson leads to its entry.

It works on the text of a page after its macros, its code and its finished HTML were taken out.
An engine that does not load the extension shows the same pages with the links of `term()` alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from macros import glossary
from macros.glossary import Term

PAGES = re.compile(
    r"(learn/(?!quiz)|understand/|production/|questions/).*|(myths|choosing|takeaways)\.md"
)
# Words that mean something else as often; pages link these with `term()`.
BY_HAND = {"cell", "handler", "model", "probe", "row"}

_AFTER_CODE = 24  # the fences are taken out at 25, HTML at 20
_NOT_PROSE = re.compile(
    r"^ *(?:#|\||===|\?\?\?|!!!).*$"  # headings, tables, tabs, boxes
    r"|`+[^`]+`+"
    r"|!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])"  # links and pictures
    r"|<(?P<tag>a|span|summary)\b(?s:.*?)</(?P=tag)>"
    r"|<[^>]*>"
    r"|\{[:#. ][^}\n]*\}"  # attributes
    r'|"[^"\n]*"'  # other people's words
    # the same word for another thing
    r"|(?:SQLAlchemy|async) sessions?|sessions of SQLAlchemy|full-stack template|release process"
    r"|Django REST framework",
    re.MULTILINE,
)
_LINKED = re.compile(r'class="term" href="[^"#]*#([a-z0-9_]+)"')


class FirstUses(Extension):
    """The Markdown extension; ``page`` names the page that is rendered, and the way to the root."""

    def __init__(self, page: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        self._page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the library's name
        """Register the preprocessor."""
        md.preprocessors.register(_Links(md, self._page), "first_uses", _AFTER_CODE)


class _Links(Preprocessor):
    def __init__(self, md: Markdown, page: Callable[[], tuple[str, str]]) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        source, root = self._page()
        if not PAGES.fullmatch(source):
            return lines
        return linked("\n".join(lines), glossary.read(), root).split("\n")


def linked(text: str, terms: Mapping[str, Term], root: str) -> str:
    """Return ``text`` with the first use of each term that is not linked yet as a link."""
    prose = _NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    seen = set(_LINKED.findall(text))
    parts, end = [], 0
    for found in _uses(tuple(term.name for term in terms.values())).finditer(prose):
        term = terms[found[1].lower()]
        if term.anchor in seen:
            continue
        seen.add(term.anchor)
        parts += [text[end : found.start()], glossary.link(term, found[0], root)]
        end = found.end()
    return "".join([*parts, text[end:]])


@cache
def _uses(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of all names and their plurals, the longest first."""
    wanted = sorted((n for n in names if n.lower() not in BY_HAND), key=len, reverse=True)
    any_of = "|".join(map(_spelled, wanted))
    return re.compile(rf"(?<![\w./@#-])({any_of})(?:es|s)?(?![\w-]|\.\w)")


def _spelled(name: str) -> str:
    """Return the pattern of a name; a word may begin a sentence, an abbreviation stays as it is."""
    exact = re.escape(name)
    return f"[{name[0]}{name[0].lower()}]{exact[1:]}" if name[1:].islower() else exact
