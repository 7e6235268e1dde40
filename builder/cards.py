"""Draw the card of each built page: the picture that is shown where somebody shares its link.

Run after `make site`, in a set of its own (`make cards`): the site needs neither a renderer nor
fonts to be built, and shows one card for all pages until then. That set cannot read the data file,
so the frameworks are those of the published data, with color and glyph from the style sheet.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from urllib.parse import unquote

import PIL
from font_source_sans_pro import SourceSansPro, SourceSansProSemibold
from font_source_serif_pro import SourceSerifProBold
from PIL import Image, ImageDraw, ImageFont
from svgelements import SVG, Close, Line, Move, Shape
from svgelements import Path as Outline

from macros.program import exit_code

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "cards"
LOGO = ROOT / "overrides" / ".icons" / "testdrive" / "logo.svg"
STYLE = ROOT / "docs" / "assets" / "css" / "site.css"
PUBLISHED = "data/v1/comparison.json"
COMMON = "assets/card.png"
FOLDER = "assets/cards"
SIZE = (1200, 630)
MARGIN = 72
INK, SOFT, PAPER, LINE, ACCENT = "#1d2126", "#545c66", "#fcfbf8", "#dcdad2", "#8a1f4b"
_META = '<meta (?:property|name)="{name}" content="([^"]*)">'
_CRUMB = re.compile(r'class="td-path".*?<ol>(.*?)</ol>', re.DOTALL)
_LINK = re.compile(r"<a [^>]*>([^<]*)</a>")
_MISSING = re.compile(r"<button[^>]* data-td-lost")
_VERSION = re.compile(r"Compares (.*?)\.\s*(?:Last|</p>)", re.DOTALL)
_FINE = 4  # glyphs are drawn so much larger, then made small


@dataclass(frozen=True)
class Words:
    """What stands on a card."""

    section: str
    title: str
    description: str
    versions: str


@dataclass(frozen=True)
class Look:
    """How a framework is shown: its color on light paper, and its glyph as SVG."""

    color: str
    glyph: str


Looks = Mapping[str, Look]


def looks(site: Path) -> Looks:
    """Return the look of each framework that the built site compares, by its name."""
    compared = json.loads((site / PUBLISHED).read_text(encoding="utf-8"))["frameworks"]
    style = STYLE.read_text(encoding="utf-8")
    return {each["name"]: _look(style, each["id"]) for each in compared}


def _look(style: str, framework: str) -> Look:
    """Return what the style sheet says of a framework; without a word there, what all have."""
    color = re.search(rf"--td-{framework}: (#\w+);", style)  # the first is of the light scheme
    glyph = re.search(rf'--td-glyph-{framework}: url\("data:image/svg\+xml,([^"]*)"\);', style)
    return Look(
        color[1] if color else INK,
        unquote(glyph[1]) if glyph else LOGO.read_text(encoding="utf-8"),
    )


def words(page: str) -> Words | None:
    """Return what the card of a page says, or None for a page that does not ask for one."""
    if COMMON not in page or _MISSING.search(page):
        return None
    crumbs = _CRUMB.search(page)
    section = [html.unescape(name) for name in _LINK.findall(crumbs[1])] if crumbs else []
    compares = _VERSION.search(page)
    return Words(
        " / ".join(section[1:]),
        _content(page, "og:title"),
        _content(page, "og:description"),
        re.sub(r"\s+", " ", compares[1]) if compares else "",
    )


def _content(page: str, name: str) -> str:
    found = re.search(_META.format(name=name), page)
    return html.unescape(found[1]) if found else ""


def draw(said: Words, known: Looks) -> Image.Image:
    """Return the card with these words, 1200 by 630 pixels."""
    card = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(card)
    _glyph(card, Look(ACCENT, LOGO.read_text(encoding="utf-8")), (MARGIN, 58), 56)
    pen.text((MARGIN + 72, 86), "Test Drive", INK, _font(SourceSerifProBold, 42), anchor="lm")
    right = SIZE[0] - MARGIN
    pen.text((right, 86), said.section, SOFT, _font(SourceSansPro, 30), anchor="rm")
    title, size = _fitted(said.title)
    y = 168
    for line in title:
        pen.text((MARGIN, y), line, INK, _font(SourceSerifProBold, size))
        y += round(size * 1.14)
    y += 26
    for line in _wrapped(said.description, _font(SourceSansPro, 32))[: 2 if len(title) > 2 else 3]:
        pen.text((MARGIN, y), line, SOFT, _font(SourceSansPro, 32))
        y += 44
    _frameworks(card, pen, said.versions, known)
    return card


def _frameworks(card: Image.Image, pen: ImageDraw.ImageDraw, versions: str, known: Looks) -> None:
    """Draw each framework with glyph, name and version along the lower edge."""
    pen.line((MARGIN, 520, SIZE[0] - MARGIN, 520), LINE, 2)
    each_of = versions.split(", ")
    step = (SIZE[0] - 2 * MARGIN) // len(each_of)
    size = min(30, step // 11)  # of the letters: 30 for up to three frameworks, less for more
    for number, each in enumerate(each_of):
        name, _, version = each.rpartition(" ")
        x, look = MARGIN + number * step, known.get(name)
        if look is None:
            continue
        side = size * 26 // 15
        _glyph(card, look, (x, 566 - side // 2), side)
        font = _font(SourceSansProSemibold, size)
        pen.text((x + side + 14, 567), name, look.color, font, anchor="lm")
        after = x + side + 24 + round(font.getlength(name))
        pen.text((after, 567), version, SOFT, _font(SourceSansPro, size), anchor="lm")


def _fitted(title: str) -> tuple[list[str], int]:
    """Return the lines of a title and the largest size at which there are at most three."""
    for size in (84, 72, 62):
        lines = _wrapped(title, _font(SourceSerifProBold, size))
        if len(lines) <= (2 if size == 84 else 3):
            break
    return lines[:3], size


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= SIZE[0] - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def _glyph(card: Image.Image, look: Look, place: tuple[int, int], size: int) -> None:
    """Draw one of our line glyphs, as the pages show it."""
    scale = size * _FINE / 24
    mask = Image.new("L", (size * _FINE, size * _FINE))
    pen = ImageDraw.Draw(mask)
    for outline, width in _outlines(look.glyph):
        for points in _lines(outline):
            scaled = [(x * scale, y * scale) for x, y in points]
            pen.line(scaled, 255, round(width * scale))
            for x, y in scaled:  # round joints and ends
                pen.circle((x, y), width * scale / 2, 255)
    small = mask.resize((size, size), Image.Resampling.LANCZOS)
    card.paste(Image.new("RGB", (size, size), look.color), place, small)


def _outlines(glyph: str) -> Iterator[tuple[Outline, float]]:
    """Yield each stroke of a glyph: outline and width."""
    for part in SVG.parse(io.StringIO(glyph), width=24, height=24).elements():
        if isinstance(part, Shape) and "td-lane" not in (part.values.get("class") or ""):
            yield Outline(part), float(part.stroke_width)


def _lines(outline: Outline) -> Iterator[list[tuple[float, float]]]:
    """Yield the points along each unbroken line of an outline."""
    points: list[tuple[float, float]] = []
    for segment in outline:
        if isinstance(segment, Move):
            if len(points) > 1:
                yield points
            points = [(segment.end.x, segment.end.y)]
            continue
        steps = 1 if isinstance(segment, (Line, Close)) else 16
        for step in range(1, steps + 1):
            point = segment.point(step / steps)
            points.append((point.x, point.y))
    if len(points) > 1:
        yield points


def drawn(said: Words, known: Looks) -> bytes:
    """Return a card as a PNG file; drawn once for the same words and the same drawing."""
    recipe = f"{PIL.__version__} {Path(__file__).read_text(encoding='utf-8')}"
    text = "\0".join([recipe, *astuple(said), str(known), LOGO.read_text(encoding="utf-8")])
    kept = CACHE / f"{hashlib.sha256(text.encode()).hexdigest()[:20]}.png"
    if not kept.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        few = draw(said, known).quantize(48, dither=Image.Dither.NONE)
        few.save(fresh, "PNG", optimize=True)
        fresh.rename(kept)
    return kept.read_bytes()


def add(site: Path) -> int:
    """Draw the card of every page below ``site`` and name it in the page; return how many."""
    count, known = 0, looks(site)
    for file in sorted(site.rglob("*.html")):
        page = file.read_text(encoding="utf-8")
        said = words(page)
        if said is None:
            continue
        address = file.parent.relative_to(site).as_posix()
        name = f"{FOLDER}/{'home' if address == '.' else address}.png"
        card = site / name
        card.parent.mkdir(parents=True, exist_ok=True)
        card.write_bytes(drawn(said, known))
        file.write_text(page.replace(COMMON, name), encoding="utf-8")
        count += 1
    return count


def main(site: Path) -> int:
    """Add the cards to a built site; return the exit code."""
    missing = [name for name in ("index.html", PUBLISHED) if not (site / name).is_file()]
    if missing:
        print(f"{site}: no built site; expected {missing[0]} in it; run make site", file=sys.stderr)
        return 1
    print(f"{add(site)} cards in {site.name}/{FOLDER}/")
    return 0


if __name__ == "__main__":
    built = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    sys.exit(exit_code(lambda: main(built)))
