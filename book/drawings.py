"""Diagrams, charts and icons: vector pictures with an alternative text."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree, html

_STYLES = Path(__file__).resolve().parent.parent / "docs" / "assets" / "css"
_VARIABLE = re.compile(r"(--td-[a-z-]+):\s*(#[0-9a-f]{3,8})")
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_USE = re.compile(r"var\((--td-[a-z-]+)\)")
_OUTLINE = re.compile(r"paint-order: stroke;\s*stroke: [^;]*;\s*stroke-width: [^;]*;")
_CHARTS = ("charts.css", "performance.css")
_FRAMEWORKS = ("fastapi", "flask", "django")
_WIDTH = 640  # pixels of a chart whose positions are percentages


def to_pictures(article: Any) -> None:
    """Replace each drawing by a picture of itself; drop what only decorates.

    A figure of several pictures may go on on the next page.
    """
    for drawing in article.xpath(".//*[local-name()='svg'][not(ancestor::*[local-name()='svg'])]"):
        alternative = drawing.get("aria-label") or _title(drawing)
        if not alternative:
            drawing.drop_tree()
            continue
        picture = html.Element("img")
        picture.set("alt", " ".join(alternative.split()))
        picture.set("class", drawing.get("class", "drawing"))
        picture.set("src", _address(drawing))
        drawing.addprevious(picture)
        drawing.drop_tree()
    for figure in article.xpath(".//figure[count(.//img) > 1]"):
        figure.set("class", f"{figure.get('class', '')} several".strip())


def _title(drawing: Any) -> str:
    found = drawing.find("{*}title")
    return "" if found is None else found.text_content()


def _address(drawing: Any) -> str:
    for attribute in ("role", "aria-label"):
        drawing.attrib.pop(attribute, None)
    drawing.set("class", _surroundings(drawing))  # what the rules begin with
    if drawing.get("width", "100%").endswith("%"):
        drawing.set("width", f"{_WIDTH}")
    drawing.set("xmlns", "http://www.w3.org/2000/svg")
    style = etree.SubElement(drawing, "style")
    style.text = "\n".join(rules_for(drawing))
    text = etree.tostring(drawing, encoding="unicode", with_tail=False)
    return f"data:image/svg+xml;base64,{b64encode(text.encode()).decode()}"


def _surroundings(drawing: Any) -> str:
    """Return the classes above a drawing that rules of charts name."""
    above = " ".join(element.get("class", "") for element in drawing.iterancestors())
    named = (name for name in above.split() if name.startswith("td-") or name in _FRAMEWORKS)
    return " ".join(dict.fromkeys(named))


def rules_for(drawing: Any) -> list[str]:
    """Return the rules whose classes a drawing has; each one is tried for each of its parts."""
    has = {name for classes in drawing.xpath(".//@class | @class") for name in classes.split()}
    return [rule for rule in _rules() if any(has.issuperset(each) for each in _named(rule))]


def _named(rule: str) -> list[list[str]]:
    """Return the classes that each selector of a rule names."""
    return [_CLASS.findall(selector) for selector in rule.partition("{")[0].split(",")]


@cache
def _rules() -> list[str]:
    """Return what the site's styles say of charts, with the colors of paper."""
    colors = dict(_VARIABLE.findall(_light((_STYLES / "site.css").read_text(encoding="utf-8"))))
    charts = "".join((_STYLES / name).read_text(encoding="utf-8") for name in _CHARTS)
    named = re.findall(r"[^{}]+\{[^{}]*\}", re.sub(r"/\*.*?\*/", "", charts, flags=re.DOTALL))
    rules = [
        each
        for rule in named
        if "@" not in rule and not rule.strip().startswith(".td-chart {")  # its place in a page
        for each in _for_each(rule.strip())
    ]
    return [_USE.sub(lambda use: colors.get(use[1], "#1d2126"), rule) for rule in rules]


def _for_each(rule: str) -> list[str]:
    """Return a rule in the color of its line once for each framework, others as they are."""
    rule = _OUTLINE.sub("", rule)
    if "var(--td-line-color)" not in rule:
        return [rule]
    head, _, body = rule.partition("{")
    return [
        f".{name} {head.split()[-1]} {{{body.replace('--td-line-color', f'--td-{name}')}"
        for name in _FRAMEWORKS
    ]


def _light(style: str) -> str:
    return style[: style.index("}")]
