"""Mend the HTML of diagrams: what the Markdown extensions leave and HTML does not allow."""

from __future__ import annotations

import re

_OPENING = re.compile(r'<svg\b[^>]*\bclass="drawing"[^>]*>')
_ADDED = re.compile(r'\s(?:alt|title|preserveAspectRatio)="[^"]*"')
_FIGURE = re.compile(r'<figure(?: markdown="1")?( class="diagram".*?</figure>)', re.DOTALL)
_PICTURE = re.compile(r"<p>(<svg\b.*?</svg>)</p>", re.DOTALL)
_CAPTION = re.compile(
    r'(?:<p>)?<figcaption(?: markdown="span")?>(.*?)</figcaption>(?:</p>)?', re.DOTALL
)
_NAMED = re.compile(
    r'(<svg\b[^>]*\baria-label="(?P<alt>[^"]*)"[^>]*\bclass="drawing"[^>]*>\s*<title>)[^<]*'
)


def clean(html: str) -> str:
    """Return the page with valid diagrams; everything else stays as it was.

    plantuml-markdown adds `alt` and `title`, which are no attributes of an SVG element, and an
    aspect ratio. Inside a tab, md_in_html leaves its own attributes and paragraphs around.
    """
    html = _OPENING.sub(lambda match: _ADDED.sub("", match[0]), html)
    return _FIGURE.sub(lambda match: _figure(match[1]), html)


def _figure(rest: str) -> str:
    rest = _PICTURE.sub(lambda match: match[1], rest)
    rest = _CAPTION.sub(lambda match: f"<figcaption>{match[1]}</figcaption>", rest)
    return f"<figure{rest}"


def for_paper(html: str) -> str:
    """Return the page with each diagram's alternative text as its title.

    A browser reads the name from `aria-label` and shows the short title as a tooltip; the PDF
    takes the alternative text of a figure from the title alone.
    """
    return _NAMED.sub(lambda match: match[1] + match["alt"], html)
