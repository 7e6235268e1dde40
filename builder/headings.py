"""Finish headings, labels and table heads: a link to each heading, a glyph for each framework."""

from __future__ import annotations

import re

FRAMEWORKS = {"FastAPI": "fastapi", "Flask": "flask", "Django": "django"}
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_HEADING = re.compile(
    r'(?P<open><h(?P<level>[2-6])\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>)(?P<inside>.*?)</h(?P=level)>',
    re.DOTALL,
)
_NAMES = "|".join(FRAMEWORKS)
_BARE = re.compile(
    rf"(?P<open><(?P<tag>th|h[2-4])\b[^>]*>)(?P<name>{_NAMES})"
    r"(?P<rest>(?: [\d.]+)?(?:<a class=\"headerlink\"[^>]*>[^<]*</a>)?</(?P=tag)>)"
)
_LABEL = re.compile(rf"<label (for=\"__tabbed_[^>]*)>(?={_NAMES})(?P<name>\w+)</label>")


def finish(html: str) -> str:
    """Return the page with both."""
    return named(anchored(html))


def anchored(html: str) -> str:
    """Return the page with a link to itself in each heading of the article that has an id."""
    return _ARTICLE.sub(lambda article: _HEADING.sub(_with_link, article[0]), html)


def named(html: str) -> str:
    """Return the page with glyph and color where a tab, a table head or a heading names one."""
    html = _BARE.sub(
        lambda match: f"{match['open']}{_name(match['name'])}{match['rest']}",
        html,
    )
    return _LABEL.sub(_framework_label, html)


def _with_link(heading: re.Match[str]) -> str:
    if 'class="headerlink"' in heading["inside"] or "tabindex" in heading["open"]:
        return heading[0]
    link = f'<a class="headerlink" href="#{heading["id"]}" title="Link to this section">#</a>'
    return f"{heading['open']}{heading['inside']}{link}</h{heading['level']}>"


def _name(name: str) -> str:
    return f'<span class="fw fw-{FRAMEWORKS[name]}">{name}</span>'


def _framework_label(label: re.Match[str]) -> str:
    known = FRAMEWORKS.get(label["name"])
    return f'<label class="fw fw-{known}" {label[1]}>{label["name"]}</label>' if known else label[0]
