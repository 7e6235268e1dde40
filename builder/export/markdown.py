"""The content of a built page to Markdown, whatever engine made the page.

Inline marks are put in by substitution over the whole text, which the regular expression
engine does at full speed; only what makes blocks is read tag by tag.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_DROPPED = re.compile(
    r"<(?:script|style|button)\b.*?</(?:script|style|button)>|<!--.*?-->"
    r'|<a class="(?:headerlink|td-up)".*?</a>|<div class="td-path".*?</div>'
    r'|<footer class="td-foot".*?</footer>',
    re.DOTALL,
)
_PICTURE = re.compile(r"<svg\b([^>]*)>.*?</svg>|<img\b([^>]*)>", re.DOTALL)
_NAME = re.compile(r'\b(?:aria-label|alt)="([^"]+)"')
_TABS = re.compile(r'<div class="tabbed-(?:labels">(.*?)</div>|block">)', re.DOTALL)
_LABEL = re.compile(r"<label[^>]*>(.*?)</label>", re.DOTALL)
_FILE_NAME = re.compile(r'<span class="filename">(.*?)</span>')
_CODE = re.compile(r"<pre\b[^>]*>(.*?)</pre>", re.DOTALL)
_LANGUAGE = re.compile(r"language-([\w+-]+)[^<]*(?:<p>[^<]*</p>)?\s*$")
_TERM = re.compile(r"<dt\b[^>]*>(.*?)</dt>\s*<dd\b[^>]*>", re.DOTALL)
_MORE = re.compile(r"</dd>\s*<dd\b[^>]*>")
_SPANS = re.compile(r"</?(?:span|small|label|wbr|time|mark|abbr|sub|sup|q|i|u)\b[^>]*>")
_TAGS = re.compile(r"<[^>]+>")
_SPECIAL = re.compile(r"([\\`*\[\]])")
_INLINE_CODE = re.compile(r"<code\b[^>]*>(.*?)</code>", re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>|([^<]+)")
_ENCODED = str.maketrans({each: f"%{ord(each):02X}" for each in " <>()[]`\\"})
_KEPT_CODE = "\x02"


def convert(content: str) -> str:
    """Return the Markdown of the HTML ``content`` of one page."""
    codes: list[tuple[str, str]] = []
    content = _PICTURE.sub(_picture, _DROPPED.sub("", content))
    content = _FILE_NAME.sub(r"<p>\1:</p>", _with_tab_titles(content))
    content = _SPANS.sub("", _without_code(content, codes))
    content = _TERM.sub(r"<li><b>\1:</b> ", _MORE.sub("\n", content)).replace("</dd>", "</li>")
    writer = _Writer(codes)
    for closing, tag, text in _TOKEN.findall(_inline(content).replace(">\n<", "><")):
        if text:
            writer.text(text)
        else:
            writer.tag(tag, closing=bool(closing))
    return writer.finished()


def _without_code(content: str, codes: list[tuple[str, str]]) -> str:
    """Return ``content`` with the number of each block of code in its place, and fill ``codes``."""

    def keep(match: re.Match[str]) -> str:
        before = _LANGUAGE.search(content, max(match.start() - 200, 0), match.start())
        text = html.unescape(_TAGS.sub("", match[1])).strip("\n")
        codes.append((before[1] if before else "", text))
        return f"<pre>{len(codes) - 1}</pre>"

    return _CODE.sub(keep, content)


def _with_tab_titles(content: str) -> str:
    """Return ``content`` with the label of each tab on top of what it shows."""
    waiting: list[list[str]] = []

    def place(match: re.Match[str]) -> str:
        if match[1] is not None:
            waiting.append(_LABEL.findall(match[1]))
            return "<div>"
        while waiting and not waiting[-1]:
            waiting.pop()
        return f"<div><p><b>{waiting[-1].pop(0)}</b></p>" if waiting else "<div>"

    return _TABS.sub(place, content) if "tabbed-labels" in content else content


def _picture(match: re.Match[str]) -> str:
    name = _NAME.search(match[1] or match[2] or "")
    return f"<p>Picture: {name[1]}</p>" if name else ""


def _inline(content: str) -> str:
    content = _escaped(content)
    content = _INLINE_CODE.sub(_inline_code, content)
    for tag, mark in (("strong", "**"), ("b", "**"), ("em", "*")):
        content = content.replace(f"<{tag}>", mark).replace(f"</{tag}>", mark)
    return _LINK.sub(_link, content)


def _escaped(content: str) -> str:
    """Escape what Markdown would read as a mark; within tags and code it is undone later."""
    return _SPECIAL.sub(r"\\\1", content) if _SPECIAL.search(content) else content


def _inline_code(match: re.Match[str]) -> str:
    text = html.unescape(_unescaped(_TAGS.sub("", match[1]))).strip()
    # "<" would be read as a tag by the tokens; it comes back at the end.
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text.replace('<', _KEPT_CODE)}{pad}{fence}"


def _link(match: re.Match[str]) -> str:
    address = html.unescape(_unescaped(match[1])).translate(_ENCODED)
    text = " ".join(match[2].split())
    return f"[{text}]({address})" if text else ""


def _unescaped(text: str) -> str:
    return re.sub(r"\\([\\`*\[\]])", r"\1", text)


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "figure", "figcaption", "footer", "header", "article", "form"),
        *("fieldset", "legend", "table", "thead", "tbody", "tfoot", "dl", "details", "summary"),
    )
)


class _Writer:
    """Collects blocks; a list item and a quotation indent what stands in them."""

    def __init__(self, codes: list[tuple[str, str]]) -> None:
        self._codes = codes
        self._blocks: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._lists: list[int | None] = []  # of an ordered list the last number
        self._quotes = 0
        self._lead = ""  # what the next block begins with: the mark of its list item
        self._row: list[str] | None = None
        self._heads = 0
        self._in_code = False

    def text(self, text: str) -> None:
        if self._in_code:
            self._code(*self._codes[int(text)])
        else:
            self._words.append(text)

    def tag(self, tag: str, *, closing: bool) -> None:
        if tag == "pre":
            self._flush()
            self._in_code = not closing
        elif tag in ("td", "th", "tr", "caption"):
            self._table(tag, closing=closing)
        elif tag in ("ul", "ol"):
            self._flush()
            if closing:
                self._lists and self._lists.pop()
            else:
                self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._flush()
            self._lead = "" if closing else self._mark()
        elif tag == "blockquote":
            self._flush()
            self._quotes += -1 if closing else 1
        elif tag == "br":
            self._words.append(" ")
        else:
            self._plain(tag, closing=closing)

    def _plain(self, tag: str, *, closing: bool) -> None:
        if tag in _HEADINGS:
            self._flush("#" * int(tag[1]) + " " if closing else "")
        elif tag in _BLOCKS and self._row is None:
            self._flush()
        elif tag in _BLOCKS:
            self._words.append(" ")

    def _table(self, tag: str, *, closing: bool) -> None:
        if tag == "caption":
            self._flush()
        elif tag == "tr" and not closing:
            self._flush()
            self._row = []
        elif tag == "tr":
            self._end_row()
        elif closing and self._row is not None:
            parts = (" ".join(line.split()) for line in "".join(self._words).split("\n"))
            self._row.append(" · ".join(filter(None, parts)).replace("|", "\\|"))
            self._words = []

    def _end_row(self) -> None:
        cells, self._row = self._row or [], None
        follows = bool(self._blocks) and self._blocks[-1][0] == "row"
        if cells and not follows:
            self._heads = len(cells)
        cells += [""] * (self._heads - len(cells))
        self._add("row", f"| {' | '.join(cells)} |")
        if not follows:
            self._add("row", "|" + " --- |" * len(cells))

    def _mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "

    def _taken(self) -> str:
        words, self._words = self._words, []
        return " ".join("".join(words).split())

    def _flush(self, before: str = "") -> None:
        if self._row is None and (text := self._taken()):
            self._add("item" if self._lead else "block", before + text)

    def _code(self, language: str, text: str) -> None:
        fence = "````" if "```" in text else "```"
        self._add("block", f"{fence}{language}\n{text}\n{fence}")

    def _add(self, kind: str, text: str) -> None:
        lead, self._lead = self._lead, ""
        depth = len(self._lists) if kind != "row" else 0
        indent = "  " * max(depth - bool(lead), 0)
        quote = "> " * self._quotes
        first, *rest = text.split("\n")
        hang = indent + " " * len(lead)
        lines = [f"{quote}{indent}{lead}{first}", *(f"{quote}{hang}{line}" for line in rest)]
        self._blocks.append((kind, "\n".join(lines)))

    def finished(self) -> str:
        self._flush()
        return "".join(self._joined()).replace(_KEPT_CODE, "<").strip() + "\n"

    def _joined(self) -> Iterator[str]:
        before = ""
        for kind, text in self._blocks:
            yield "\n" if kind == before and kind != "block" else "\n\n"
            yield _quotes_unescaped(text)
            before = kind


def _quotes_unescaped(text: str) -> str:
    """Return ``text`` with readable quotation marks; what could be a tag stays an entity."""
    if "&" not in text:
        return text
    for entity, character in (("&quot;", '"'), ("&#x27;", "'"), ("&#39;", "'"), ("&nbsp;", " ")):
        text = text.replace(entity, character)
    return text
