"""Tables of the site, made light enough that hundreds of rows can be laid out."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

from lxml import html

MANY = 6  # columns
WIDE = 130  # letters across; a table of many columns that needs more gets a turned page of its own
FEW = 7  # rows; a table of no more stands on one page
LONGEST = 22  # letters of a word that a column should hold without a break


def lighten(article: Any) -> None:
    """Make each cell one line of words and one of marks, and turn the pages of wide tables."""
    for wrapper in article.xpath(".//div[contains(@class,'td-table')][table]"):
        wrapper.attrib.pop("id", None)
    for table in article.xpath(".//table"):
        for cell in table.xpath(".//td[span[contains(@class,'support')]]"):
            _lighten_cell(cell)
        columns = max((len(row) for row in table.iter("tr")), default=0)
        rows = _whole_rows(table, columns)
        if columns >= MANY and _across(rows) > WIDE:
            table.set("class", f"{table.get('class', '')} wide".strip())
        elif len(rows) <= FEW:
            table.set("class", f"{table.get('class', '')} short".strip())
        _scope_heads(table)
        _share_width(table, rows)


def _lighten_cell(cell: Any) -> None:
    """Keep answer, level and state; the row's own section has the links."""
    found = cell.xpath("./*[contains(@class,'support') or contains(@class,'state')]")
    marks = [" ".join(mark.text_content().split()) for mark in found]
    for mark in found:
        mark.drop_tree()
    answer = " ".join(cell.text_content().split())
    for child in list(cell):
        child.drop_tree()
    cell.text = f"{answer} "
    small = html.Element("small")
    small.text = " · ".join(marks)
    cell.append(small)


def _scope_heads(table: Any) -> None:
    for head in table.xpath(".//thead//th[not(@scope)]"):
        head.set("scope", "col")
    for head in table.xpath(".//tbody//th[not(@scope)]"):
        head.set("scope", "row")


def _whole_rows(table: Any, columns: int) -> list[list[str]]:
    """Return the words of the rows that have a cell in each column."""
    rows = [[cell.text_content() for cell in row] for row in table.iter("tr")]
    return [row for row in rows if len(row) == columns]


def _across(rows: list[list[str]]) -> int:
    """Return how many letters stand side by side where no word is broken."""
    return sum(_longest(column) + 2 for column in zip(*rows, strict=True))


def _longest(texts: Sequence[str]) -> int:
    return max(len(word) for text in texts for word in (text.split() or [""]))


def _share_width(table: Any, rows: list[list[str]]) -> None:
    """Give each column the width that its words need; the layout itself makes all equal."""
    needs = [_need(column) for column in zip(*rows, strict=True)]
    if len(needs) < 2 or table.find("colgroup") is not None:
        return
    group = html.Element("colgroup")
    for need in needs:
        column = html.Element("col")
        column.set("style", f"width: {100 * need / sum(needs):.2f}%")
        group.append(column)
    captions = table.xpath("./caption")
    table.insert(len(captions), group)


def _need(texts: Sequence[str]) -> float:
    """Return how much a column needs: its longest word, or more where its cells are long."""
    mean = sum(len(" ".join(text.split())) for text in texts) / len(texts)
    return max(6.0, min(_longest(texts), LONGEST), 5 * sqrt(mean))
