"""The words of the chooser: a question, its answers, and the rules that give them points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rule:
    """A row that answers for a need; ``facts`` are the points of cells that are facts."""

    row: str
    facts: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True)
class Option:
    """One answer to a question: a need, in the reader's words."""

    id: str
    label: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Hint:
    """What to read where no answer fits: words, and a page of the site with its name."""

    words: str
    page: str
    name: str


@dataclass(frozen=True)
class Question:
    """A question on needs with its three or four answers; the module of its id writes it."""

    id: str
    ask: str
    options: tuple[Option, ...]
    hint: Hint | None = None


def fact(row: str, reason: str, **points: int) -> Rule:
    """Return a rule for a row of plain facts: ``points`` for each framework, and why."""
    return Rule(row, points, reason)


def need(id_: str, label: str, *rules: str | Rule) -> Option:
    """Return a need; a rule that is a name gives the points of the row's support levels."""
    return Option(id_, label, tuple(Rule(r) if isinstance(r, str) else r for r in rules))
