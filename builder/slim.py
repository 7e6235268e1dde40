"""Make a page lighter and easier to reach without changing what it shows.

A reader's browser pays for every element: code is the largest part of many pages, and most of
its elements only repeat the color of the text around them.
"""

from __future__ import annotations

import re

from builder import columns

_CODE = re.compile(r"<pre\b[^>]*>.*?</pre>", re.DOTALL)
# Names, punctuation, operators and spaces: shown in the color of the text.
_PLAIN = re.compile(r'<span class="(?:n|nn|nx|p|o|w|linenos)">([^<]*)</span>')
_EMPTY = re.compile(r"<span></span>")
_TWINS = re.compile(r'<span class="(\w+)">([^<]*)</span>(\s*)<span class="\1">')
_MARK = re.compile(r'[ ]*<span class="c\d?">(?:#|//|--|&lt;!--)? ?\((\d+)\)!(?: ?--&gt;)?</span>')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
# Parts of the theme that this site never shows: the news bar, the mark in the drawer's title.
_UNSHOWN = re.compile(
    r'<div data-md-component="announce">\s*</div>'
    r'|<a\b[^>]*class="md-nav__button md-logo"[^>]*>.*?</a>',
    re.DOTALL,
)
_SCROLLING = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">{}</div></div>'
# Every entry of a menu; ours may take two lines, so nothing is cut off.
_ELLIPSIS = re.compile(r'<span class="md-ellipsis">\s*([^<]*?)\s*</span>')


def slim(html: str) -> str:
    """Return a page with fewer elements in its code and with tables that scroll by themselves."""
    html = _UNSHOWN.sub("", _ELLIPSIS.sub(r"\1", html))
    html = _CODE.sub(lambda match: code(match[0]), html)
    return _TABLE.sub(lambda match: _SCROLLING.format(columns.settled(match[0])), html)


def code(html: str) -> str:
    """Return highlighted code with an element only where a color begins or a note belongs."""
    html = _MARK.sub(r'  <i class="td-mark" data-mark="\1"></i>', html)
    html = _EMPTY.sub("", _PLAIN.sub(r"\1", html))
    while _TWINS.search(html):
        html = _TWINS.sub(r'<span class="\1">\2\3', html)
    return html
