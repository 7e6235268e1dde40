"""Highlighted code that an earlier build had in the same words: its lexer need not read it again.

The extension for code asks another one for the class that highlights; this one names a class that
remembers.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from pymdownx.highlight import Highlight, HighlightExtension

from builder.cache import Cache
from macros.load import ROOT

FILE = ROOT / ".cache" / "code.json"
_NAME = "pymdownx.highlight"


def cache() -> Cache:
    """Return the cache of the project."""
    return Cache(FILE, f"{version('pygments')} {version('pymdown-extensions')}")


def remember(config: Any, known: Cache) -> None:
    """Put an extension that remembers in place of the one that mkdocs.yml names."""
    extension = Remembering(known, **config["mdx_configs"].get(_NAME, {}))
    names = config["markdown_extensions"]
    names[names.index(_NAME)] = extension


class Remembering(HighlightExtension):  # type: ignore[misc]  # it comes without types
    """The extension for highlighted code, with what was highlighted before."""

    def __init__(self, known: Cache, **settings: Any) -> None:
        super().__init__(**settings)
        self._known = known

    def get_pymdownx_highlighter(self) -> Any:
        """Return what makes a highlighter; the library's name."""
        return lambda md, **settings: _Highlight(self._known, md, settings)


class _Highlight(Highlight):  # type: ignore[misc]  # it comes without types
    """Highlights what was not highlighted before in the same way."""

    def __init__(self, known: Cache, md: Any, settings: dict[str, Any]) -> None:
        super().__init__(md, **settings)
        self._known, self._settings = known, settings

    def highlight(self, src: str, *given: Any, inline: bool = False, **more: Any) -> Any:
        """Return highlighted code; the library's name."""

        def make() -> Any:
            return Highlight.highlight(self, src, *given, inline=inline, **more)

        if inline or self.title_mode != "text":  # then it makes more than a text
            return make()
        key = repr((src, given, sorted(more.items()), sorted(self._settings.items())))
        return self._known.made(key, make)
