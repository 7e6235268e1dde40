"""The chooser's points: from rows that exist, adding up, with honest firsts, ties and flips."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest

from macros import chooser_page, chooser_rules
from macros.chooser import (
    POINTS,
    ROWS_PER_NEED,
    WEIGHTS,
    Answer,
    Answers,
    Chooser,
    checked,
    leaders,
    points_of,
    problems,
)
from macros.ledger import Ledger
from macros.levels import Support
from macros.needs import QUESTIONS
from macros.needs.terms import Option, Question, Rule
from macros.problems import BadDataError
from macros.view import View

FASTAPI, FLASK, DJANGO = "fastapi", "flask", "django"


def needs(**options: str) -> Answers:
    """Return answers such as ``product="api", login="people decides"``."""
    return {question: Answer(*words.split()) for question, words in options.items()}


def some_answers(seed: int) -> Answers:
    """Return random answers; some questions stay open."""
    dice = random.Random(seed)
    return {
        question.id: Answer(
            dice.choice(["", *(option.id for option in question.options)]),
            dice.choice(list(WEIGHTS)),
        )
        for question in QUESTIONS
    }


def with_rule(rule: Rule) -> list[Question]:
    """Return the questions with one rule of the first need replaced."""
    first, *others = QUESTIONS
    need, *more = first.options
    broken = replace(need, rules=(rule, *need.rules[1:]))
    return [replace(first, options=(broken, *more)), *others]


def test_every_row_of_every_need_exists_and_has_points(ledger: Ledger) -> None:
    assert problems(ledger.comparison) == []


def test_an_unknown_row_stops_the_build_and_is_told_with_a_guess(ledger: Ledger) -> None:
    with pytest.raises(BadDataError) as stopped:
        checked(ledger.comparison, with_rule(Rule("openapi_schemas")))
    assert stopped.value.messages == (
        'macros/needs/product.py:12: api: no row "openapi_schemas" in data/comparison.yml; '
        'did you mean "openapi_schema"?',
        # The same three rows are still named, so nothing else is wrong.
    )


def test_a_fact_without_points_is_told(ledger: Ledger) -> None:
    found = problems(ledger.comparison, with_rule(Rule("lts_releases")))
    assert len(found) == 3
    assert found[0].startswith(
        "macros/needs/product.py:12: api: lts_releases: the answer of django is a fact without "
    )


def test_points_for_a_cell_that_has_a_level_are_told(ledger: Ledger) -> None:
    found = problems(ledger.comparison, with_rule(Rule("graphql", {FLASK: 3}, "Because.")))
    assert len(found) == 1
    assert "graphql: flask has no fact to give points to" in found[0]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule("server_interface", {FASTAPI: 9, FLASK: 0, DJANGO: 3}, "Why."), "out of range"),
        (Rule("server_interface", {FASTAPI: 3, FLASK: 0, DJANGO: 3}), "points without a reason"),
        (Rule("openapi_schema"), "names 2 different rows; expected 3"),
    ],
)
def test_a_careless_rule_is_told(ledger: Ledger, rule: Rule, words: str) -> None:
    found = problems(ledger.comparison, with_rule(rule))
    assert len(found) == 1
    assert words in found[0]


def test_each_need_has_as_many_rows_as_the_others_or_none() -> None:
    sizes = {len(option.rules) for question in QUESTIONS for option in question.options}
    assert sizes == {0, ROWS_PER_NEED}


def test_each_question_has_three_or_four_answers_with_ids_of_their_own() -> None:
    for question in QUESTIONS:
        names = [option.id for option in question.options]
        assert len({*names}) == len(names)
        assert len(names) in (3, 4)
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)


def test_a_fact_is_worth_the_same_wherever_it_counts() -> None:
    rules = [rule for q in QUESTIONS for option in q.options for rule in option.rules]
    told: dict[str, Rule] = {}
    assert all(told.setdefault(rule.row, rule) == rule for rule in rules)


def test_support_levels_give_points_in_the_order_of_how_much_is_there(chooser: Chooser) -> None:
    assert list(POINTS.values()) == [3, 2, 2, 1, 0]
    row = chooser.comparison.row("orm")
    assert [row.cells[name].support for name in (DJANGO, FASTAPI, FLASK)] == [
        Support.BUILT_IN,
        Support.OFFICIAL,
        Support.THIRD_PARTY,
    ]
    assert points_of(Rule("orm"), row) == {FASTAPI: 2, FLASK: 2, DJANGO: 3}


@pytest.mark.parametrize(
    ("first", "answers"),
    [
        (FASTAPI, needs(product="api", load="wait", team="types", hosting="asgi")),
        (FASTAPI, needs(product="api decides", login="programs", data="own", existing="spa")),
        (FLASK, needs(product="pages", office="developers", team="parts", hosting="small")),
        (FLASK, needs(product="pages", data="elsewhere", life="quiet decides", hosting="wsgi")),
        (DJANGO, needs(product="forms", login="people", office="staff", data="own", life="dated")),
        (DJANGO, needs(product="both", login="people decides", load="jobs", hosting="exposed")),
    ],
)
def test_each_framework_comes_first_under_some_honest_needs(
    chooser: Chooser, first: str, answers: Answers
) -> None:
    assert leaders(chooser.score(answers)) == (first,)


def test_each_framework_comes_first_for_some_single_need(chooser: Chooser) -> None:
    found = {
        leaders(chooser.score({question.id: Answer(option.id)}))
        for question in QUESTIONS
        for option in question.options
    }
    assert {(FASTAPI,), (FLASK,), (DJANGO,)} <= found


def test_a_tie_is_a_tie_of_two_or_of_all(chooser: Chooser) -> None:
    assert leaders(chooser.score(needs(product="both"))) == (FASTAPI, DJANGO)
    assert leaders({FASTAPI: 5, FLASK: 5, DJANGO: 5}) == (FASTAPI, FLASK, DJANGO)


def test_nobody_is_first_while_nothing_is_wanted(chooser: Chooser) -> None:
    for answers in ({}, needs(login="nobody", office="nobody"), needs(product="api off")):
        assert leaders(chooser.score(answers)) == ()
        assert chooser.flips(answers) == []


def test_the_explanation_always_adds_up_to_the_score(chooser: Chooser) -> None:
    for seed in range(500):
        answers = some_answers(seed)
        explained: Counter[str] = Counter()
        for part in chooser.parts(answers):
            explained.update(part.points)
        score = chooser.score(answers)
        assert {name: explained[name] for name in score} == score
        assert max(score.values()) <= chooser.possible(answers)


def test_every_point_is_that_of_its_row_times_the_weight(chooser: Chooser) -> None:
    rules = {(q.id, o.id, r.row): r for q in QUESTIONS for o in q.options for r in o.rules}
    for seed in range(100):
        answers = some_answers(seed)
        for part in chooser.parts(answers):
            rule = rules[part.question, part.option, part.row]
            times = WEIGHTS[answers[part.question].weight]
            given = points_of(rule, chooser.comparison.row(part.row))
            assert part.points == {name: times * points for name, points in given.items()}


def test_every_flip_changes_the_first_place_by_one_change(chooser: Chooser) -> None:
    for seed in range(100):
        answers = some_answers(seed)
        before = leaders(chooser.score(answers))
        for flip in chooser.flips(answers):
            changed = {**answers, flip.question: flip.answer}
            assert leaders(chooser.score(changed)) == flip.leaders != before
            now = answers[flip.question]
            assert (flip.answer.option == now.option) != (flip.answer.weight == now.weight)


def test_no_single_change_that_flips_is_left_out(chooser: Chooser) -> None:
    for seed in range(40):
        answers = some_answers(seed)
        before = leaders(chooser.score(answers))
        told = {(flip.question, flip.answer) for flip in chooser.flips(answers)}
        assert (before and everything_that_flips(chooser, answers, before)) or set() == told


def everything_that_flips(
    chooser: Chooser, answers: Answers, before: tuple[str, ...]
) -> set[tuple[str, Answer]]:
    """Return every flip, found by trying each answer with each weight."""
    found = set()
    for question in QUESTIONS:
        now = answers[question.id]
        for answer in (Answer(o.id, w) for o in question.options for w in WEIGHTS):
            one_change = (answer.option == now.option) != (answer.weight == now.weight)
            after = leaders(chooser.score({**answers, question.id: answer}))
            if one_change and after not in (before, ()):
                found.add((question.id, answer))
    return found


def test_the_smallest_flip_comes_first(chooser: Chooser) -> None:
    for seed in range(100):
        flips = chooser.flips(some_answers(seed))
        order = [(flip.size, flip.moved) for flip in flips]
        assert order == sorted(order)


def test_the_question_on_what_is_there_leads_to_what_a_move_costs(ledger: Ledger) -> None:
    html = chooser_page.form(View(ledger, "../"))
    asked = html[html.index("What is there already?") :]
    assert '<a href="../production/migrating/">What a move costs</a>' in asked


def test_the_page_shows_each_rule_with_the_points_that_it_gives(
    ledger: Ledger, chooser: Chooser
) -> None:
    html = chooser_rules.rules(View(ledger, "../"))
    rules = [rule for q in QUESTIONS for option in q.options for rule in option.rules]
    assert html.count("data-row=") == len(rules)
    given = [points_of(rule, chooser.comparison.row(rule.row)) for rule in rules]
    shown = [f'data-points="{points}"' for each in given for points in each.values()]
    assert [part.split(">")[0].split(" ")[-1] for part in html.split("<td ")[1:]] == shown


def test_words_are_escaped_and_nothing_is_inline(ledger: Ledger) -> None:
    view = View(ledger, "../")
    for html in (
        chooser_page.form(view),
        chooser_page.needs_table(view),
        chooser_rules.rules(view),
    ):
        assert " style=" not in html
        assert " on" + "click=" not in html
        assert "<script>" not in html


def test_an_option_without_rows_gives_nothing(ledger: Ledger) -> None:
    quiet = [Question("q", "Anything?", (Option("no", "No", ()),))]
    assert set(checked(ledger.comparison, quiet).score(needs(q="no")).values()) == {0}
