"""Turn PlantUML's SVG into a clean one: small, valid inside HTML, and free to change colors.

No style attribute (the site's policy forbids them), no id, no script, no tooltip. Each color of
the shared style becomes a class, with the light color kept as an attribute for paper.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from macros.diagrams import ERROR_PICTURE

SVG = "http://www.w3.org/2000/svg"
FONT_SIZE = "13"
KEPT = frozenset(
    [
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "width",
        "height",
        "points",
        "d",
        "transform",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "font-size",
        "font-weight",
        "font-style",
        "textLength",
    ]
)
SHAPES = frozenset(["rect", "line", "path", "polygon", "polyline", "circle", "ellipse", "text"])

_COLOR = re.compile(r'^!\$(\w+) = "(#[0-9A-F]{6})"$', re.MULTILINE)


class PictureError(ValueError):
    """PlantUML's picture cannot be used; the message says why and how to mend it."""


def palette(style: str) -> dict[str, str]:
    """Return the shared style's colors: hexadecimal value to token name."""
    return {value: name.replace("_", "-") for name, value in _COLOR.findall(style)}


def clean_picture(svg: str, colors: dict[str, str], where: str) -> ET.Element:
    """Return the cleaned picture as an element without its words."""
    if ERROR_PICTURE.search(svg):
        raise PictureError(
            f"{where}: PlantUML says {_text_of(svg)!r}; expected a drawing; mend the source"
        )
    drawn = ET.fromstring(svg)
    picture = ET.Element("svg", viewBox=drawn.attrib["viewBox"])
    picture.attrib |= {side: drawn.attrib[side] for side in ("width", "height")}
    picture.attrib |= {"font-family": "sans-serif", "font-size": FONT_SIZE}
    for element in drawn.iter():
        name = element.tag.rpartition("}")[2]
        shape = _shape(name, element, colors, where) if name in SHAPES else None
        if shape is not None:
            picture.append(shape)
        elif name not in SHAPES | {"svg", "g", "defs", "title"}:
            raise PictureError(f"{where}: draws <{name}>; expected plain shapes; draw it simpler")
    return picture


def with_words(picture: ET.Element, words: dict[str, str]) -> str:
    """Return the picture as text, named for those who cannot see it."""
    for title in picture.findall("title") + picture.findall(f"{{{SVG}}}title"):
        picture.remove(title)
    bare = _without_namespace(picture)
    bare.attrib |= {"role": "img", "aria-label": words.get("alt", "")}
    title = ET.Element("title")
    title.text = words.get("title", "")
    bare.insert(0, title)
    lines = (ET.tostring(child, encoding="unicode") for child in bare)
    opening = ET.tostring(ET.Element("svg", bare.attrib), encoding="unicode").removesuffix(" />")
    return f"{opening}>\n" + "\n".join(line.strip() for line in lines) + "\n</svg>\n"


def _shape(name: str, element: ET.Element, colors: dict[str, str], where: str) -> ET.Element | None:
    kept = {key: value for key, value in element.attrib.items() if key in KEPT}
    if float(kept.get("stroke-width", "1")) == 0:
        kept["stroke"] = "none"
    classes = [
        f"{prefix}-{token}"
        for prefix, key in (("df", "fill"), ("ds", "stroke"))
        if (token := _token(kept, key, colors, where))
    ]
    if not classes or (name == "text" and not (element.text or "").strip()):
        return None
    if kept.get("stroke", "none") == "none":
        for key in ("stroke", "stroke-width", "stroke-dasharray"):
            kept.pop(key, None)
    return _built(name, element.text, kept, classes)


def _built(name: str, text: str | None, kept: dict[str, str], classes: list[str]) -> ET.Element:
    if name == "text":
        kept["lengthAdjust"] = "spacingAndGlyphs"
        if kept.get("font-size") == FONT_SIZE:
            del kept["font-size"]
    if name == "line":
        kept.pop("fill", None)
        classes = [css for css in classes if css.startswith("ds-")]
    shape = ET.Element(name, {"class": " ".join(classes), **kept})
    shape.text = text if name == "text" else None
    return shape


def _token(kept: dict[str, str], key: str, colors: dict[str, str], where: str) -> str | None:
    value = kept.get(key, "none").upper()
    if value in ("NONE", "TRANSPARENT") or (value.endswith("00") and len(value) == 9):
        kept[key] = "none"
        return None
    if value not in colors:
        raise PictureError(
            f"{where}: uses the color {value}; expected one that diagrams/style.puml names; "
            "use a class or a variable of the style"
        )
    return colors[value]


def _without_namespace(picture: ET.Element) -> ET.Element:
    bare = ET.Element("svg", {"xmlns": SVG, **picture.attrib})
    for child in picture:
        copy = ET.SubElement(bare, child.tag.rpartition("}")[2], child.attrib)
        copy.text = child.text
    return bare


def _text_of(svg: str) -> str:
    words = re.findall(r"<text[^>]*>([^<]+)</text>", svg)
    return " ".join(words)[-120:]
