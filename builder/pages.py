"""The step after the build: finish each HTML page, whatever engine made it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from builder import csp, diagrams_html, headings, marks, search_index, slim, spaces, styles

# What the theme brings and no page asks for.
_UNUSED = ("assets/javascripts", "assets/images")
# site.css sets every color of both schemes, so the theme's palette file is not wanted either.
_PALETTE = re.compile(r"""\s*<link rel=["']?stylesheet["']? href=["']?[^"' >]*/palette\.[^>]*>""")


def finish(folder: Path) -> int:
    """Finish every page below ``folder`` in place; return how many there are."""
    for name in _UNUSED:
        shutil.rmtree(folder / name, ignore_errors=True)
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.html"))}
    clean = {file: _clean(html) for file, html in texts.items()}
    search_index.write(folder, clean)
    _write(styles.merge(folder, clean))
    for file in (folder / "assets/stylesheets").glob("*"):
        file.unlink()
    return len(texts)


def finished_alone(html: str, folder: Path, file: Path, shared: Iterable[str]) -> str:
    """Return one page as the whole build of ``folder`` would finish it.

    ``shared`` are the sheets of the site that went into the one that all pages have.
    """
    return csp.with_policy(styles.linked(_clean(html), folder, file, shared))


def _clean(html: str) -> str:
    head, end, rest = html.partition("</head>")
    html = _PALETTE.sub("", head) + end + rest
    return spaces.settled(marks.brief(slim.slim(headings.finish(diagrams_html.clean(html)))))


def _write(pages: Mapping[Path, str]) -> None:
    for file, html in pages.items():
        file.write_text(csp.with_policy(html), encoding="utf-8", newline="\n")
