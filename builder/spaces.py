"""Where the spaces of a page stand, so that nothing moves while it arrives.

A browser gives a lone space no place of its own until what follows has arrived, and then counts
it as moved. So a space belongs to a part that has a place already, or keeps one by its style.
"""

from __future__ import annotations

import re

_PART = r"<(?:a|b|code|em|kbd|small|span|strong)\b"
_CODE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_LEADING = re.compile(r"""(<(?:td|th|dt|dd)\b(?:[^>"']|"[^"]*"|'[^']*')*>)\s+""")
_CLOSING = re.compile(r"(</(?:td|th|dt|dd)>)")
_AFTER_WORDS = re.compile(rf"(</(?:b|em|small|span|strong)>)\s+(?={_PART})")
# A space in a link would be underlined, one in code has a background.
_AFTER_LINK_OR_CODE = re.compile(rf"(</(?:a|code|kbd)>)\s+(?={_PART})")
_KEPT = r'\1<span class="td-space"> </span>'


def settled(html: str) -> str:
    """Return a page whose spaces have a place as soon as they arrive."""
    html = _without_trailing(_LEADING.sub(r"\1", html))
    head, start, rest = html.partition("<article")
    article, end, foot = rest.rpartition("</article>")
    return head + start + "".join(map(_prose, _CODE.split(article))) + end + foot


def _prose(text: str) -> str:
    return text if text.startswith("<pre") else _between(text)


def _between(html: str) -> str:
    return _AFTER_LINK_OR_CODE.sub(_KEPT, _AFTER_WORDS.sub(r" \1", html))


def _without_trailing(html: str) -> str:
    """Return a page without space before the end of a cell; a search for spaces takes a second."""
    *parts, rest = _CLOSING.split(html)
    return "".join([*map(str.rstrip, parts), rest])
