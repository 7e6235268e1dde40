"""HTML that is finished: it passes through Markdown untouched and at no cost.

Without this the Markdown parser reads every tag of every table, which is most of the time
of a build. An engine that does not load the extension shows the same pages, only later.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_OPEN, _CLOSE = "<!--raw-->", "<!--/raw-->"
_BLOCK = re.compile(rf"{_OPEN}\n(.*?)\n{_CLOSE}", re.DOTALL)
_BEFORE_EVERYTHING_BUT_NORMALIZING = 29
_DIAGRAMS, _AFTER_RAW = "plantuml", 28
_IN_EVERY_DIAGRAM = "uml"  # at the end of the language of each


def raw(html: str) -> str:
    """Return ``html`` marked as a block that Markdown must leave alone."""
    return f"\n\n{_OPEN}\n{html.strip()}\n{_CLOSE}\n\n"


class RawHtml(Extension):
    """The Markdown extension that takes the marked blocks out and puts them back at the end."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the library's name
        """Register the preprocessor."""
        md.preprocessors.register(_Stash(md), "raw_html", _BEFORE_EVERYTHING_BUT_NORMALIZING)
        if _DIAGRAMS in md.preprocessors:  # it would search all of the tables for diagrams
            diagrams = _Diagrams(md, md.preprocessors[_DIAGRAMS])
            md.preprocessors.register(diagrams, _DIAGRAMS, _AFTER_RAW)


class _Stash(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = _BLOCK.sub(self._keep, "\n".join(lines))
        return text.split("\n")

    def _keep(self, match: re.Match[str]) -> str:
        return self.md.htmlStash.store(match[1])


class _Diagrams(Preprocessor):
    """Looks for diagrams where a page names their language; few do, and the search is long."""

    def __init__(self, md: Markdown, inner: Preprocessor) -> None:
        super().__init__(md)
        self._inner = inner

    def run(self, lines: list[str]) -> list[str]:
        if any(_IN_EVERY_DIAGRAM in line for line in lines):
            return self._inner.run(lines)
        return lines
