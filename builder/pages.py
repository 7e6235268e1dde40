"""The step after the build: finish each HTML page, whatever engine made it."""

from __future__ import annotations

from pathlib import Path

from builder import csp, diagrams_html


def finish(folder: Path) -> int:
    """Finish every page below ``folder`` in place; return how many there are."""
    files = sorted(folder.rglob("*.html"))
    for file in files:
        before = file.read_text(encoding="utf-8")
        after = finished(before)
        if after != before:
            file.write_text(after, encoding="utf-8")
    return len(files)


def finished(html: str) -> str:
    """Return a page with what the engine cannot do by itself."""
    return csp.with_policy(diagrams_html.clean(html))
