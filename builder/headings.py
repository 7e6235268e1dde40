"""Finish headings, labels and table heads: a link to each heading, a glyph for each framework."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from macros import load
from macros.text import escape

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_HEADING = re.compile(
    r'(?P<open><h(?P<level>[2-6])\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>)(?P<inside>.*?)</h(?P=level)>',
    re.DOTALL,
)


class _Patterns(NamedTuple):
    bare: re.Pattern[str]
    label: re.Pattern[str]


def finish(html: str) -> str:
    """Return the page with both."""
    ids = {escape(each.name): each.id for each in load.frameworks()}
    return named(anchored(html), ids)


def anchored(html: str) -> str:
    """Return the page with a link to itself in each heading of the article that has an id."""
    return _ARTICLE.sub(lambda article: _HEADING.sub(_with_link, article[0]), html)


def named(html: str, ids: Mapping[str, str]) -> str:
    """Return the page with glyph and color where a tab, a table head or a heading names one.

    ``ids`` maps the names of the frameworks, as text of a page, to their ids.
    """
    patterns = _patterns(tuple(ids))
    html = patterns.bare.sub(
        lambda match: f"{match['open']}{_name(match['name'], ids)}{match['rest']}", html
    )
    return patterns.label.sub(lambda match: _label(match, ids), html)


@cache
def _patterns(names: tuple[str, ...]) -> _Patterns:
    any_name = "|".join(re.escape(name) for name in names)
    bare = (
        rf"(?P<open><(?P<tag>th|h[2-4])\b[^>]*>)(?P<name>{any_name})"
        r"(?P<rest>(?: [\d.]+)?(?:<a class=\"headerlink\"[^>]*>[^<]*</a>)?</(?P=tag)>)"
    )
    label = rf"<label (?P<rest>for=\"__tabbed_[^>]*)>(?P<name>{any_name})(?!\w)"
    return _Patterns(re.compile(bare), re.compile(label))


def _with_link(heading: re.Match[str]) -> str:
    if 'class="headerlink"' in heading["inside"] or "tabindex" in heading["open"]:
        return heading[0]
    link = f'<a class="headerlink" href="#{heading["id"]}" title="Link to this section">#</a>'
    return f"{heading['open']}{heading['inside']}{link}</h{heading['level']}>"


def _name(name: str, ids: Mapping[str, str]) -> str:
    return f'<span class="fw fw-{ids[name]}">{name}</span>'


def _label(label: re.Match[str], ids: Mapping[str, str]) -> str:
    return f'<label class="fw fw-{ids[label["name"]]}" {label["rest"]}>{label["name"]}'
