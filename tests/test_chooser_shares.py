"""How the chooser's rules lean: counted right, no further than the page says."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from macros import chooser_shares
from macros.chooser import Answer, Chooser, checked, leaders
from macros.ledger import Ledger
from macros.needs import QUESTIONS

FASTAPI, FLASK, DJANGO = "fastapi", "flask", "django"


def test_the_shares_are_those_of_walking_through_every_way(ledger: Ledger) -> None:
    some = checked(ledger.comparison, QUESTIONS[:4])
    options = [[(q.id, Answer(option.id)) for option in q.options] for q in some.questions]
    firsts = [leaders(some.score(dict(way))) for way in itertools.product(*options)]
    assert len(firsts) == chooser_shares.ways(some) == 256
    for name in (FASTAPI, FLASK, DJANGO):
        assert chooser_shares.shares(some)[name] == Fraction(firsts.count((name,)), 256)
    assert sum(chooser_shares.shares(some).values()) == 1


def test_the_rules_lean_no_further_than_the_page_says(chooser: Chooser) -> None:
    firsts, shares = chooser_shares.single_firsts(chooser), chooser_shares.shares(chooser)
    names = (FASTAPI, FLASK, DJANGO)
    assert min(firsts[name] for name in names) >= 5
    assert Fraction(1, 10) <= min(shares[name] for name in names)
    assert max(shares[name] for name in names) <= Fraction(6, 10)


def test_the_order_of_the_shares_stays_when_each_row_counts_once(chooser: Chooser) -> None:
    dice = random.Random(7)
    firsts, firsts_once = Counter[str](), Counter[str]()
    for _ in range(2000):
        parts = list(chooser.parts({q.id: Answer(dice.choice(q.options).id) for q in QUESTIONS}))
        firsts[first_alone(part.points for part in parts)] += 1
        firsts_once[first_alone({part.row: part.points for part in parts}.values())] += 1
    order = [name for name, _ in firsts.most_common() if name]
    assert order == [name for name, _ in firsts_once.most_common() if name]
    assert max(order, key=lambda name: firsts[name] - firsts_once[name]) == FLASK


def first_alone(points: Iterable[Mapping[str, int]]) -> str:
    """Return who is first alone with all these points, nobody in a tie."""
    together: Counter[str] = Counter()
    for each in points:
        together.update(each)
    first = leaders(together)
    return first[0] if len(first) == 1 else ""
