"""Lay out one piece of the book in a process of its own, so that memory stays small.

Page numbers are not known yet; what stands for them is drawn in a font that nothing else uses,
so that ``numbers`` finds and replaces it when the pieces are put together.
"""

from __future__ import annotations

import gc
import logging
import re
from dataclasses import dataclass, field
from typing import Any

from book import engine, fonts, structure

NUMBERS_WEIGHT = 500  # of the condensed family; only page numbers use it
_QUIET = re.compile(
    r"Ignored|Anchor defined twice|Expected a media type|Invalid or unsupported|U[+]0020"
)


@dataclass(frozen=True)
class Piece:
    """What one process lays out: HTML, the folder of its pictures, where to write, the style."""

    html: str
    base: str
    target: str
    style: str = ""


@dataclass
class Laid:
    """What came of a piece. Positions are points from the lower left corner of a page."""

    target: str
    pages: int = 0
    anchors: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    bookmarks: list[tuple[int, str, int, float, float]] = field(default_factory=list)
    numbers_font: str = ""
    complaints: list[str] = field(default_factory=list)


class _Listener(logging.Handler):
    """Keeps what the layout engine complains about, each complaint once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if not _QUIET.search(said):
            self.heard[said] = None


def lay_out(piece: Piece) -> Laid:
    """Write a piece as a PDF without page numbers; return where everything stands in it."""
    fonts.use()
    from book.parse import Document, style_sheet  # noqa: PLC0415 -- after the fonts are chosen

    engine.quicken()
    gc.disable()  # the process ends with its piece; looking for garbage took a fifth of its time
    listener = _Listener()
    logger = logging.getLogger("weasyprint")
    logger.handlers, logger.propagate = [listener], False
    laid = Laid(piece.target)
    options = {"pdf_variant": "pdf/ua-1"}
    sheets = [style_sheet(piece.style)] if piece.style else []
    document = Document(piece.html, piece.base).render(stylesheets=sheets, **options)
    for page in document.pages:  # the boxes inside a link repeat it
        page.links = [link for link in page.links if link[3].link]
    _note_places(laid, document)

    def finish(made: Any, pdf: Any) -> None:
        laid.numbers_font = _numbers_font(made)
        structure.lighten(pdf)

    document.write_pdf(piece.target, finisher=finish, uncompressed_pdf=True, **options)
    laid.complaints = list(listener.heard)
    return laid


def _note_places(laid: Laid, document: Any) -> None:
    laid.pages = len(document.pages)
    for number, page in enumerate(document.pages):
        height = page.height
        for name, (x, y, *_) in page.anchors.items():
            laid.anchors.setdefault(name, (number, x * 0.75, (height - y) * 0.75))
        for level, label, (x, y), _ in page.bookmarks:
            words = " ".join(label.split())
            laid.bookmarks.append((level, words, number, x * 0.75, (height - y) * 0.75))


def _numbers_font(document: Any) -> str:
    for key, font in document.fonts.items():
        name = font.name.decode()
        if "Medium" in name and "Italic" not in name:
            return str(getattr(font, "hash", key))
    return ""
