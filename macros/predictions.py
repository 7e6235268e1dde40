"""Predictions: a question that a reader answers before the explanation is shown.

The HTML is complete without a script: each choice has its explanation in a `<details>`.
`docs/assets/js/learn.js` hides the explanations until the reader has committed to a choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from macros.badges import state_link
from macros.raw import raw
from macros.text import escape, inline
from macros.view import View

_ID = re.compile(r"[a-z][a-z0-9_-]*")


class PredictionError(ValueError):
    """A prediction that cannot be asked; its text says what to mend."""


@dataclass(frozen=True)
class Choice:
    """One choice: its text, why it is right or wrong, and the cells that show it.

    A proof is ``row/framework``. Text and reason may hold inline Markdown.
    """

    text: str
    reason: str
    proofs: tuple[str, ...]


@dataclass(frozen=True)
class Prediction:
    """A question with exactly one right choice; ``more`` is the row to read afterwards."""

    id: str
    question: str
    choices: tuple[Choice, ...]
    answer: str
    more: str | None = None

    @property
    def right(self) -> int:
        """Return the number of the right choice, from 1."""
        return [choice.text for choice in self.choices].index(self.answer) + 1


def prediction(
    view: View, name: str, question: str, choices: Sequence[Sequence[str]], answer: str
) -> str:
    """Return a prediction that a page asks.

    Each choice is ``(text, reason, "row/framework", ...)``; ``answer`` repeats the text of
    the right one. Raises PredictionError, or UnknownNameError for a row that is not there.
    """
    asked = Prediction(name, question, tuple(_choice(name, choice) for choice in choices), answer)
    return block(render(view, asked))


def _choice(name: str, given: Sequence[str]) -> Choice:
    if len(given) < 3:
        raise PredictionError(
            f'prediction "{name}": the choice {list(given)} has no proof; expected a text, a '
            'reason and at least one "row/framework"; name the cell that shows it'
        )
    text, reason, *proofs = given
    return Choice(text, reason, tuple(proofs))


def check(asked: Prediction) -> None:
    """Raise PredictionError unless the question has one right choice among different ones."""
    texts = [choice.text for choice in asked.choices]
    if not _ID.fullmatch(asked.id):
        raise PredictionError(f'prediction "{asked.id}": expected a snake_case id; rename it')
    if len(texts) < 2 or len(set(texts)) < len(texts):
        raise PredictionError(
            f'prediction "{asked.id}": the choices are {texts}; expected at least two different '
            "ones; reword or add one"
        )
    if asked.answer not in texts:
        raise PredictionError(
            f'prediction "{asked.id}": the answer "{asked.answer}" is no choice; expected one of '
            f"{texts}; copy its text"
        )


def render(view: View, asked: Prediction) -> str:
    """Return the HTML of one question; raises PredictionError when it cannot be asked."""
    check(asked)
    choices = [
        _choice_html(view, asked, number, choice)
        for number, choice in enumerate(asked.choices, start=1)
    ]
    lines = [
        f'<td-predict id="predict-{asked.id}" data-key="{asked.id}" data-answer="{asked.right}">',
        "<fieldset>",
        f"<legend>{inline(asked.question)}</legend>",
        *choices,
        "</fieldset>",
        '<p class="act"><button type="button" class="md-button">Check my answer</button></p>',
        '<p class="said" role="status"></p>',
        *_more(view, asked),
        "</td-predict>",
    ]
    return "\n".join(lines)


def _choice_html(view: View, asked: Prediction, number: int, choice: Choice) -> str:
    letter = ascii_uppercase[number - 1]
    verdict = "Right." if number == asked.right else "No."
    proofs = " ".join(_proof(view, asked.id, proof) for proof in choice.proofs)
    return (
        '<div class="choice">\n'
        f'<label><input type="radio" name="{asked.id}" value="{number}"> '
        f"<b>{letter}</b> <span>{inline(choice.text)}</span></label>\n"
        f"<details>\n<summary>{letter}, explained</summary>\n"
        f"<p><strong>{verdict}</strong> {inline(choice.reason)} {proofs}</p>\n"
        "</details>\n</div>"
    )


def _proof(view: View, name: str, proof: str) -> str:
    row_id, _, framework_id = proof.partition("/")
    if not framework_id:
        raise PredictionError(
            f'prediction "{name}": the proof "{proof}" names no framework; expected row/framework; '
            f'write "{proof}/flask", for example'
        )
    framework = view.data.framework(framework_id)
    return state_link(view, view.data.row(row_id), framework)


def _more(view: View, asked: Prediction) -> Iterable[str]:
    if asked.more:
        row = view.data.row(asked.more)
        yield f'<p class="more"><a href="{view.row_address(row)}">{escape(row.title)}</a></p>'


def block(html: str) -> str:
    """Return finished HTML in a division, which Markdown does not wrap into a paragraph."""
    return raw(f"<div>\n{html}\n</div>")


def assets(view: View) -> str:
    """Return the tags that load the script and the style of predictions, for one page.

    The script stands before the questions and is waited for, so nothing moves when it comes.
    """
    return (
        f'<link rel="stylesheet" href="{view.root}assets/css/learn.css">\n'
        f'<script src="{view.root}assets/js/learn.js"></script>'
    )
