"""Facts about a finished book as JSON, for the tests: python -m book.check FILE."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader

from book import drawn
from macros.program import exit_code

SLACK = 1.0  # points that a glyph may reach over the edge of its page
_STROKE = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) RG\b")
_BLANK = 40  # characters; a page with less holds its head and foot alone


def facts(file: Path) -> dict[str, Any]:
    """Return what a book holds and whether it keeps the rules of PDF/UA that a program can see."""
    reader = PdfReader(file)
    outside: list[str] = []
    texts = [_text(number, page, outside) for number, page in enumerate(reader.pages)]
    with pikepdf.open(file) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot))
        outside += [
            f"page {number}: words of a drawing at {x:.0f}, {y:.0f}"
            for number, page in enumerate(pdf.pages)
            for x, y in drawn.positions(page)
            if not _is_inside(page, x, y)
        ]
        return {
            "pages": len(reader.pages),
            "texts": texts,
            "drawn": sum(1 for page in pdf.pages for _ in drawn.positions(page)),
            "sizes": sorted(
                {tuple(round(float(x)) for x in page.mediabox[2:]) for page in reader.pages}
            ),
            "turned": [page.mediabox.width > page.mediabox.height for page in reader.pages],
            "bookmarks": list(_bookmarks(reader.outline)),
            "blank": [
                n for n, text in enumerate(texts) if len(text) < _BLANK and not _drawn(pdf.pages[n])
            ],
            "outside": outside,
            "strokes": [_strokes(page) for page in pdf.pages],
            "bad_links": list(_bad_links(pdf)),
            "links": _count_links(pdf),
            "fonts": _fonts(pdf),
            "tags": dict(Counter(str(element.S) for element in elements)),
            "headings": [str(e.S)[1:] for e in elements if re.fullmatch(r"/H[1-6]", str(e.S))],
            "figures_without_text": sum("/Alt" not in e for e in elements if e.S == "/Figure"),
            "heads_without_scope": sum(
                "/Scope" not in e.get("/A", {}) for e in elements if e.S == "/TH"
            ),
            "marked": bool(pdf.Root.MarkInfo.Marked),
            "language": str(pdf.Root.Lang),
            "title": str(pdf.docinfo["/Title"]),
            "shows_title": bool(pdf.Root.ViewerPreferences.DisplayDocTitle),
            "ua": str(pdf.open_metadata().get("pdfuaid:part", "")),
            "unmapped_keys": _unmapped_keys(pdf),
        }


def _elements(root: Any) -> Iterator[Any]:
    stack = [root.K]
    while stack:
        item = stack.pop()
        if isinstance(item, pikepdf.Array):
            stack += reversed(list(item))
        elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
            yield item
            if "/K" in item:
                stack.append(item.K)


def _bookmarks(outline: Any, level: int = 1) -> Iterator[tuple[int, str]]:
    for item in outline:
        if isinstance(item, list):
            yield from _bookmarks(item, level + 1)
        else:
            yield level, item.title


def _drawn(page: Any) -> bool:
    return "/XObject" in page.Resources and b" Do" in page.Contents.read_bytes()


def _is_inside(page: Any, x: float, y: float) -> bool:
    _, _, width, height = (float(each) for each in page.mediabox)
    return -SLACK <= x <= width + SLACK and -SLACK <= y <= height + SLACK


def _text(number: int, page: Any, outside: list[str]) -> str:
    """Return the text of a page; note the beginnings of what stands outside it."""
    drawing = [False]  # positions inside a drawing are those of the drawing; `drawn` knows them

    def before(operator: Any, _operands: Any, _cm: Any, _tm: Any) -> None:
        drawing[0] = drawing[0] or operator == b"Do"

    def after(operator: Any, _operands: Any, _cm: Any, _tm: Any) -> None:
        drawing[0] = drawing[0] and operator != b"Do"

    def visit(text: str, cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip() and not drawing[0] and not _is_inside(page, x, y):
            outside.append(f"page {number}: {text[:40]!r} at {x:.0f}, {y:.0f}")

    return str(
        page.extract_text(
            visitor_operand_before=before, visitor_operand_after=after, visitor_text=visit
        )
    )


def _strokes(page: Any) -> list[str]:
    """Return the colors of the lines of a page, as #rrggbb."""
    found = _STROKE.findall(page.Contents.read_bytes())
    return sorted({"#" + "".join(f"{round(float(x) * 255):02x}" for x in one) for one in found})


def _annotations(pdf: Any) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pdf.pages):
        for annotation in page.get("/Annots", ()):
            yield number, annotation


def _bad_links(pdf: Any) -> Iterator[str]:
    pages = {page.objgen for page in (each.obj for each in pdf.pages)}
    for number, annotation in _annotations(pdf):
        address = str(annotation.get("/A", {}).get("/URI", ""))
        goes = "/Dest" in annotation and annotation.Dest[0].objgen in pages
        if not goes and not re.match(r"https?:|mailto:", address):
            yield f"page {number}: {address}"
        if "/Contents" not in annotation or "/StructParent" not in annotation:
            yield f"page {number}: a link without words or place in the structure"


def _count_links(pdf: Any) -> dict[str, int]:
    inside = sum("/Dest" in annotation for _, annotation in _annotations(pdf))
    return {"inside": inside, "all": sum(1 for _ in _annotations(pdf))}


def _fonts(pdf: Any) -> dict[str, bool]:
    """Return each font with whether it is embedded and says its characters."""
    found: dict[str, bool] = {}
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            below = (
                font.DescendantFonts[0].FontDescriptor
                if "/DescendantFonts" in font
                else font.FontDescriptor
            )
            embedded = any(f"/FontFile{kind}" in below for kind in ("", "2", "3"))
            found[str(font.BaseFont)[1:].partition("+")[2]] = embedded and "/ToUnicode" in font
    return found


def _unmapped_keys(pdf: Any) -> int:
    """Return how many keys of pages and links the structure does not answer."""
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    known = {int(nums[index]) for index in range(0, len(nums), 2)}
    asked = [int(page.StructParents) for page in pdf.pages]
    asked += [int(annotation.get("/StructParent", -1)) for _, annotation in _annotations(pdf)]
    return sum(key not in known for key in asked) + len(asked) - len(set(asked))


if __name__ == "__main__":
    found = facts(Path(sys.argv[1]))
    sys.exit(exit_code(lambda: json.dump(found, sys.stdout)))
