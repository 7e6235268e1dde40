"""Needs to points: which row gives what, the ranking, and what would flip it.

The browser computes the same from the same rows; its tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.levels import Support
from macros.load import ROOT
from macros.model import Comparison, Row, UnknownNameError
from macros.needs import QUESTIONS
from macros.needs.terms import Option, Question, Rule
from macros.problems import BadDataError, did_you_mean

# What an asker gets: all of it at hand, all of it from a package, a part, nothing. Who looks after
# the package is asked by the question on upgrades.
POINTS = {
    Support.BUILT_IN: 3,
    Support.OFFICIAL: 2,
    Support.THIRD_PARTY: 2,
    Support.PARTIAL: 1,
    Support.NONE: 0,
}
MOST = max(POINTS.values())
ROWS_PER_NEED = 3
WEIGHTS = {"off": 0, "matters": 1, "decides": 3}
USUAL_WEIGHT = "matters"
NEEDS = ROOT / "macros" / "needs"


@dataclass(frozen=True)
class Answer:
    """A chosen option, or none yet, and how much the question matters."""

    option: str = ""
    weight: str = USUAL_WEIGHT


Answers = Mapping[str, Answer]
Scores = dict[str, int]


@dataclass(frozen=True)
class Part:
    """What one row gives to each framework, weight included."""

    question: str
    option: str
    row: str
    points: Mapping[str, int]


@dataclass(frozen=True)
class Flip:
    """A single change that brings other frameworks to the first place."""

    question: str
    answer: Answer
    size: int
    moved: int
    leaders: tuple[str, ...]


@dataclass(frozen=True)
class Chooser:
    """The questions, and the comparison whose rows answer for them."""

    comparison: Comparison
    questions: Sequence[Question] = QUESTIONS

    def score(self, answers: Answers) -> Scores:
        """Return the points of each framework, in the order of the data file."""
        scores = {framework.id: 0 for framework in self.comparison.frameworks}
        for part in self.parts(answers):
            for framework, points in part.points.items():
                scores[framework] += points
        return scores

    def parts(self, answers: Answers) -> Iterator[Part]:
        """Yield what each row of each chosen option gives; rows of no weight are left out."""
        for question in self.questions:
            answer = answers.get(question.id, Answer())
            option = next((o for o in question.options if o.id == answer.option), None)
            weight = WEIGHTS[answer.weight]
            for rule in option.rules if option and weight else ():
                given = points_of(rule, self.comparison.row(rule.row))
                weighted = {framework: weight * points for framework, points in given.items()}
                yield Part(question.id, answer.option, rule.row, weighted)

    def possible(self, answers: Answers) -> int:
        """Return the points that a framework would get which has everything built in."""
        return MOST * sum(WEIGHTS[answers[part.question].weight] for part in self.parts(answers))

    def flips(self, answers: Answers) -> list[Flip]:
        """Return the single changes that change the first place, the smallest first."""
        before = self.score(answers)
        first = leaders(before)
        if not first:
            return []
        found = []
        for question, answer, size in self.changes(answers):
            after = self.score({**answers, question: answer})
            if leaders(after) not in (first, ()):
                moved = sum(abs(after[name] - before[name]) for name in after)
                found.append(Flip(question, answer, size, moved, leaders(after)))
        return sorted(found, key=lambda flip: (flip.size, flip.moved))

    def changes(self, answers: Answers) -> Iterator[tuple[str, Answer, int]]:
        """Yield every single change with its size: weight by 1 or 2 steps, answer 3, new 4."""
        steps = list(WEIGHTS)
        for question in self.questions:
            now = answers.get(question.id, Answer())
            for weight in steps:
                size = abs(steps.index(weight) - steps.index(now.weight))
                if size and now.option:
                    yield question.id, Answer(now.option, weight), size
            for option in question.options:
                if option.id != now.option:
                    yield question.id, Answer(option.id, now.weight), 3 if now.option else 4


def leaders(scores: Scores) -> tuple[str, ...]:
    """Return who is first, several in a tie; nobody while there are no points."""
    most = max(scores.values())
    return tuple(name for name, points in scores.items() if points == most) if most else ()


def points_of(rule: Rule, row: Row) -> dict[str, int]:
    """Return what a row gives to each framework before the weight."""
    return {
        name: rule.facts[name] if name in rule.facts else POINTS[cell.support]
        for name, cell in row.cells.items()
    }


def checked(comparison: Comparison, questions: Sequence[Question] = QUESTIONS) -> Chooser:
    """Return the chooser; raises BadDataError with everything that is wrong with its rules."""
    found = problems(comparison, questions)
    if found:
        raise BadDataError(found)
    return Chooser(comparison, questions)


def problems(comparison: Comparison, questions: Sequence[Question] = QUESTIONS) -> list[str]:
    """Return what is wrong with the rules, one message each."""
    return [
        f"{_place(question, option)}: {option.id}: {problem}"
        for question in questions
        for option in question.options
        for problem in _option_problems(comparison, option)
    ]


def _place(question: Question, option: Option) -> str:
    """Return the file of a question and the line of an answer in it."""
    file = NEEDS / f"{question.id}.py"
    lines = file.read_text(encoding="utf-8").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if f'"{option.id}",' in text), 1)
    return f"{file.relative_to(ROOT).as_posix()}:{line}"


def _option_problems(comparison: Comparison, option: Option) -> Iterator[str]:
    names = [rule.row for rule in option.rules]
    if names and (len(names) != ROWS_PER_NEED or len({*names}) != len(names)):
        yield (
            f"names {len({*names})} different rows; expected {ROWS_PER_NEED}, so that each need "
            "weighs the same, or none; add or remove rows"
        )
    for rule in option.rules:
        try:
            row = comparison.row(rule.row)
        except UnknownNameError as error:
            yield str(error)
        else:
            yield from _rule_problems(rule, row)


def _rule_problems(rule: Rule, row: Row) -> Iterator[str]:
    unscored = {name for name, cell in row.cells.items() if cell.support not in POINTS}
    for name in sorted(unscored - {*rule.facts}):
        yield (
            f"{row.id}: the answer of {name} is a fact without points; expected 0 to {MOST}; "
            f"write {name}=POINTS and the reason"
        )
    for name in sorted({*rule.facts} - unscored):
        known = did_you_mean(name, sorted(unscored)) if unscored else "remove it"
        yield f"{row.id}: {name} has no fact to give points to; expected its support level; {known}"
    if any(not 0 <= points <= MOST for points in rule.facts.values()):
        yield f"{row.id}: points out of range; expected 0 to {MOST}; change them"
    if rule.facts and not rule.reason:
        yield f"{row.id}: points without a reason; expected a sentence; write it"
