"""Predictions and the quiz: asked in place, answered at the end of the book."""

from __future__ import annotations

from typing import Any

from lxml import html


def ask(article: Any, address: str) -> None:
    """Leave the question and its choices in place, with the way to the answer."""
    for asked in article.iter("td-predict"):
        name = asked.get("id")
        for told in asked.xpath(".//details"):
            told.drop_tree()
        way = html.fragment_fromstring('<p class="to-answer"><a>Answer</a></p>')
        way[0].set("href", f"book:answers/#{slug(address)}{name}")
        asked.append(way)
        asked.tag = "div"
        asked.set("class", "predict")


def answers(article: Any, address: str) -> list[Any]:
    """Return the answer to each question of a page, before ``ask`` takes them away."""
    return [_answer(asked, address) for asked in article.iter("td-predict")]


def _answer(asked: Any, address: str) -> Any:
    block = html.fragment_fromstring('<div class="answer-of"><p class="q"><a></a></p></div>')
    block.set("id", f"{slug(address)}{asked.get('id')}")
    link = block[0][0]
    link.text = " ".join(asked.find(".//legend").text_content().split())
    link.set("href", f"book:{address}#{asked.get('id')}")
    for number, choice in enumerate(asked.xpath(".//div[@class='choice']"), start=1):
        right = f"{number}" == asked.get("data-answer")
        block.append(_reason(choice, right=right))
    return block


def _reason(choice: Any, *, right: bool) -> Any:
    told = choice.xpath(".//details/p")[0]
    letter = choice.xpath(".//label/b")[0].text
    told.text = f"{letter}. {told.text or ''}"
    told.set("class", "right" if right else "wrong")
    return told


def slug(address: str) -> str:
    """Return an address as the beginning of an anchor."""
    return address.replace("/", "-")
