"""The tests of the pitfalls as proofs: the mark behind a sentence, and the tests of a page."""

from __future__ import annotations

import re
from pathlib import Path

from macros.levels import State
from macros.problems import did_you_mean
from macros.prose import mark
from macros.raw import raw
from macros.sources import functions_of
from macros.text import escape
from macros.topics import ROOT

FOLDER = "examples/pitfalls"
CALL = re.compile(r"""\{\{-?\s*tested\(\s*["'](\w+)["']""")
_PREFIX = "test_"
_SPELLED = {"django": "Django", "flask": "Flask", "html": "HTML", "json": "JSON"}


def tested(name: str, root: Path = ROOT) -> str:
    """Return the mark of a sentence that a test saw; it leads to that test on the same page.

    ``name`` is the test's, without ``test_``. Raises LookupError with a near name.
    """
    state = State.PROVED
    title = _sentence(_known(name, root))
    return mark(state, f"{state.symbol} tested", title, f"#{_anchor(name)}")


def page_tests(page: str, repository: str, root: Path = ROOT) -> str:
    """Return the tests that a page names, in its order, each with its source.

    ``page`` is the page's Markdown, ``repository`` the project's address.
    """
    named = dict.fromkeys(found[1] for found in CALL.finditer(page))
    parts = [_test(name, repository, root) for name in named]
    return raw("\n".join(['<div class="td-tests" data-search-exclude>', *parts, "</div>"]))


def known_tests(root: Path = ROOT) -> dict[str, Path]:
    """Return the file of each test of the pitfalls by its name, without ``test_``."""
    return {
        name.removeprefix(_PREFIX): file
        for file in sorted((root / FOLDER).glob("test_*.py"))
        for name in functions_of(file)
        if name.startswith(_PREFIX)
    }


def _test(name: str, repository: str, root: Path) -> str:
    file = known_tests(root)[_known(name, root)]
    source, shown = functions_of(file)[f"{_PREFIX}{name}"], f"{FOLDER}/{file.name}"
    return (
        f'<details class="example" id="{_anchor(name)}">\n'
        f"<summary>{escape(_sentence(name))}</summary>\n"
        f'<p><a href="{repository}/blob/main/{shown}">{shown}</a></p>\n'
        f"<pre><code>{escape(source)}\n</code></pre>\n</details>"
    )


def _known(name: str, root: Path) -> str:
    known = known_tests(root)
    if name not in known:
        raise LookupError(f'no test "{name}" in {FOLDER}; {did_you_mean(name, known)}')
    return name


def _anchor(name: str) -> str:
    return f"tested-{name.replace('_', '-')}"


def _sentence(name: str) -> str:
    words = [_SPELLED.get(word, word) for word in name.split("_")]
    return " ".join([words[0].capitalize(), *words[1:]])
