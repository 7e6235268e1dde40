"""How the chooser's rules lean: the first places over every way to answer all questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod

from macros.badges import framework_name
from macros.chooser import Answer, Chooser, checked, leaders
from macros.needs.terms import Option, Question
from macros.raw import raw
from macros.text import escape
from macros.view import View

Points = tuple[int, ...]
TIE = "tie"


def shares_table(view: View) -> str:
    """Return, for each framework, its single needs and its share of all ways to answer."""
    chooser = checked(view.data)
    firsts, parts = single_firsts(chooser), shares(chooser)
    points = [_points(chooser, q, o) for q, o in _needs(chooser)]
    columns = {f.id: [scores[i] for scores in points] for i, f in enumerate(view.frameworks)}
    rows = {
        f"First alone in how many of {len(points)} needs": {f: str(firsts[f]) for f in columns},
        "Points of a need, least to most": {
            f: f"{min(given)} to {max(given)}" for f, given in columns.items()
        },
        "Points of a need, mean": {
            f: f"{sum(given) / len(given):.1f}" for f, given in columns.items()
        },
        f"First alone in {ways(chooser):,} ways to answer": {f: percent(parts[f]) for f in columns},
    }
    return _table(view, rows)


def share_of_ties(view: View) -> str:
    """Return the share of ways to answer in which several frameworks are first."""
    return percent(shares(checked(view.data))[TIE])


def rows_under_several(view: View) -> str:
    """Return how many rows stand under needs of two questions or more."""
    under: dict[str, set[str]] = {}
    for question, option in _needs(checked(view.data)):
        for rule in option.rules:
            under.setdefault(rule.row, set()).add(question.id)
    return str(sum(len(questions) > 1 for questions in under.values()))


def ways(chooser: Chooser) -> int:
    """Return in how many ways all questions can be answered, each with the same weight."""
    return prod(len(question.options) for question in chooser.questions)


def shares(chooser: Chooser) -> dict[str, Fraction]:
    """Return the part of those ways in which each framework is first alone, and of the ties.

    Ways with the same sums are counted together, so none has to be walked through one by one.
    """
    names = [framework.id for framework in chooser.comparison.frameworks]
    sums: Counter[Points] = Counter({(0,) * len(names): 1})
    for question in chooser.questions:
        sums = _with(sums, [_points(chooser, question, option) for option in question.options])
    found: Counter[str] = Counter()
    for scores, number in sums.items():
        first = leaders(dict(zip(names, scores, strict=True)))
        found[first[0] if len(first) == 1 else TIE] += number
    return {name: Fraction(found[name], sums.total()) for name in (*names, TIE)}


def single_firsts(chooser: Chooser) -> Counter[str]:
    """Return in how many single needs each framework is first alone."""
    firsts = (
        leaders(chooser.score({question.id: Answer(option.id)}))
        for question, option in _needs(chooser)
    )
    return Counter(first[0] for first in firsts if len(first) == 1)


def percent(part: Fraction) -> str:
    """Return a part of the whole in percent, rounded."""
    return f"{round(100 * part)} %"


def _with(sums: Counter[Points], options: Sequence[Points]) -> Counter[Points]:
    """Return the sums after one more question, each with the number of ways that lead to it."""
    after: Counter[Points] = Counter()
    for scores, number in sums.items():
        for given in options:
            # Only the distances from the last count, and there are few of them.
            moved = [score + more for score, more in zip(scores, given, strict=True)]
            after[tuple(score - min(moved) for score in moved)] += number
    return after


def _needs(chooser: Chooser) -> Iterator[tuple[Question, Option]]:
    """Yield each answer that wants something, with its question."""
    for question in chooser.questions:
        for option in question.options:
            if option.rules:
                yield question, option


def _points(chooser: Chooser, question: Question, option: Option) -> Points:
    return tuple(chooser.score({question.id: Answer(option.id)}).values())


def _table(view: View, rows: dict[str, dict[str, str]]) -> str:
    heads = "\n".join(f'<th scope="col">{framework_name(f)}</th>' for f in view.frameworks)
    lines = "\n".join(
        f'<tr>\n<th scope="row">{escape(label)}</th>\n'
        + "\n".join(
            f'<td data-label="{escape(f.name)}">{cells[f.id]}</td>' for f in view.frameworks
        )
        + "\n</tr>"
        for label, cells in rows.items()
    )
    return raw(
        '<div class="td-table">\n<table class="td-grid">\n'
        "<caption>How the rules lean</caption>\n"
        f'<thead>\n<tr>\n<th scope="col">What</th>\n{heads}\n</tr>\n</thead>\n'
        f"<tbody>\n{lines}\n</tbody>\n</table>\n</div>"
    )
