"""The marks behind sentences: which of a paragraph's marks spell their word.

A style sheet could tell with ``:has()``, but only once the later marks have arrived: the words of
a line would move while it is read.
"""

from __future__ import annotations

import re

_PROVED = r'<a class="cite st-proved'
_WORD = r"<span> proved</span>"
_BLOCK = r"</?(?:blockquote|d[dlt]|div|figcaption|h[1-6]|li|ol|p|summary|t[dhr]|ul)\b"
_EARLY = re.compile(
    rf'{_PROVED}(?="[^>]*>[^<]*{_WORD}(?:(?!{_BLOCK}).)*?{_PROVED}"[^>]*>[^<]*{_WORD})', re.DOTALL
)


def brief(html: str) -> str:
    """Return a page on which the last "proved" of a paragraph is spelled, the others are brief."""
    return _EARLY.sub(rf"{_PROVED} brief", html)
