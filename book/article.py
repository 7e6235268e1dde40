"""One built page as plain book HTML: no controls, nothing hidden, nothing that needs a script."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import html

from book import code, drawings, questions, tables
from builder import beside

Element = Any  # lxml brings no types

_CONTROLS = (
    ".//script|.//style|.//link|.//template|.//button|.//progress|.//td-progress|.//input"
    "|.//*[contains(@class,'headerlink')]|.//*[contains(@class,'md-content__button')]"
    "|.//div[@class='td-path']|.//footer[@class='td-foot']|.//p[@class='act']|.//p[@class='said']"
    "|.//div[@class='td-quiz-bar']|.//fieldset[@class='td-weight']"
    "|.//*[@hidden]|.//*[@class='td-path']|.//footer[@class='td-foot']"
    "|.//a[@class='td-now']|.//*[@class='td-tools']|.//section[@class='td-fit']"
    "|.//div[@class='td-tests']//pre"  # the book names the tests, as it does the probes
)


def read(file: Path) -> Element:
    """Return the article of a built page, ready for the book.

    Raises LookupError where the file holds no article.
    """
    page = beside.without_links(file.read_text(encoding="utf-8"))
    article = html.document_fromstring(page).find(".//article")
    if article is None:
        raise LookupError(f"{file}: no <article>; expected a page that `make site` built")
    return article


def prepare(article: Element, address: str) -> None:
    """Make an article a chapter: everything in sight, in the order of reading."""
    questions.ask(article, address)
    for control in article.xpath(_CONTROLS):
        control.drop_tree()
    for picture in article.iter("img"):
        picture.set("src", urljoin(address, picture.get("src", "")))
    drawings.to_pictures(article)
    _label_tabs(article)
    _open_details(article)
    code.lighten(article)
    tables.lighten(article)
    _flatten_lists_of_terms(article)
    _spell_out_forms(article)
    _lower_headings(article)


def _label_tabs(article: Element) -> None:
    """Put each tab's label over its content."""
    for tabs in article.xpath(".//div[contains(@class,'tabbed-set')]"):
        labels = [label.text_content() for label in tabs.xpath("./div[1]/label")]
        for name, block in zip(labels, tabs.xpath("./div[2]/div"), strict=True):
            block.insert(0, _paragraph("tab", name))
        tabs.xpath("./div[1]")[0].drop_tree()


def _open_details(article: Element) -> None:
    for details in article.xpath(".//details"):
        details.tag = "div"
        details.set("class", f"details {details.get('class', '')}")
        for summary in details.xpath("./summary"):
            summary.tag = "p"
            summary.set("class", "summary")


def _flatten_lists_of_terms(article: Element) -> None:
    """Make paragraphs of `<dl>`: in a PDF a list of terms has no structure of its own."""
    for name in article.xpath(".//dl[@class='td-answers']/dt"):
        _one_paragraph(name)
    for listed in article.xpath(".//dl"):
        listed.tag = "div"
        for child in listed.xpath(".//dt|.//dd"):
            block = any(inner.tag in ("p", "div", "ul", "ol", "pre") for inner in child)
            child.set("class", f"{child.tag} {child.get('class', '')}".strip())
            child.tag = "div" if block else "p"


def _one_paragraph(name: Element) -> None:
    """Join name, answer, note and proof of one cell."""
    told = list(takewhile(lambda part: part.tag == "dd", name.itersiblings()))
    entry = _paragraph(f"td-answer {name.get('class').split()[-1]}", "")
    name.addprevious(entry)
    name.tag, name.tail = "b", " "
    for part in told:
        for level in part.xpath("./span[contains(@class,'support')]"):
            level.tail = f": {(level.tail or '').lstrip()}"
        _end_at_last_word(part)
        part.tag, part.tail = "span", ". " if part.get("class") == "answer" else " "
    entry.extend([name, *told])


def _end_at_last_word(part: Element) -> None:
    """Take away the spaces before the point that follows."""
    if len(part):
        part[-1].tail = (part[-1].tail or "").rstrip()
        if not part[-1].tail:
            _end_at_last_word(part[-1])
    elif part.text:
        part.text = part.text.rstrip()


def _spell_out_forms(article: Element) -> None:
    """Print the questions of a form as lists of choices."""
    for tag, instead in (("form", "div"), ("fieldset", "div"), ("legend", "p"), ("label", "p")):
        for element in list(article.iter(tag)):
            element.set("class", f"{tag} {element.get('class', '')}".strip())
            element.tag = instead


def _lower_headings(article: Element) -> None:
    """Make room above for the part: a page's title becomes the second level."""
    for level in (5, 4, 3, 2, 1):
        for heading in article.iter(f"h{level}"):
            heading.tag = f"h{level + 1}"


def _paragraph(kind: str, text: str) -> Element:
    paragraph = html.Element("p")
    paragraph.set("class", kind)
    paragraph.text = text
    return paragraph
