"""The quiz: enough questions, each with exactly one right answer, all made from the data."""

from __future__ import annotations

import pytest

from macros import quiz
from macros.cell import Cell
from macros.ledger import Ledger
from macros.model import Comparison, Row, UnknownNameError
from macros.predictions import check
from macros.view import View


@pytest.fixture(scope="session")
def data(ledger: Ledger) -> Comparison:
    return ledger.comparison


def changed(data: Comparison, row_id: str, framework_id: str, cell: Cell) -> Comparison:
    """Return the data with another cell in one place."""
    row = data.row(row_id)
    other: Row = row.model_copy(update={"cells": {**row.cells, framework_id: cell}})
    rows = tuple(other if each.id == row_id else each for each in data.rows)
    return Comparison(frameworks=data.frameworks, groups=data.groups, rows=rows)


def test_there_are_at_least_forty_questions(data: Comparison) -> None:
    assert len(quiz.quiz_questions(data)) >= 40


def test_every_cell_that_is_named_is_asked_about_today(data: Comparison) -> None:
    assert len(quiz.quiz_questions(data)) == len(quiz.ASKED.split())


def test_every_question_has_exactly_one_right_choice(data: Comparison) -> None:
    for _, asked in quiz.quiz_questions(data):
        check(asked)
        assert [choice.text for choice in asked.choices].count(asked.answer) == 1
        assert len(asked.choices) >= 2


def test_the_right_choice_is_what_the_data_says(data: Comparison) -> None:
    names = {framework.name: framework.id for framework in data.frameworks}
    for row, asked in quiz.quiz_questions(data):
        framework_id = asked.id.rpartition("-")[2]
        answer = row.cells[framework_id].answer
        if asked.answer in names:
            assert names[asked.answer] == framework_id
            assert [cell.answer for cell in row.cells.values()].count(answer) == 1
            assert answer in asked.question
        else:
            assert asked.answer == answer


def test_every_choice_is_explained_and_proved_by_its_own_row(data: Comparison) -> None:
    for row, asked in quiz.quiz_questions(data):
        for choice in asked.choices:
            assert choice.reason
            assert {proof.partition("/")[0] for proof in choice.proofs} == {row.id}


def test_no_two_questions_share_an_id(data: Comparison) -> None:
    ids = [asked.id for _, asked in quiz.quiz_questions(data)]
    assert len(ids) == len({*ids})


def test_no_framework_is_the_answer_to_most_questions(data: Comparison) -> None:
    answers = [asked.answer for _, asked in quiz.quiz_questions(data)]
    for framework in data.frameworks:
        assert answers.count(framework.name) < len(answers) / 2


def test_the_order_is_that_of_the_data(data: Comparison) -> None:
    order = [row.id for row in data.rows]
    places = [order.index(row.id) for row, _ in quiz.quiz_questions(data)]
    assert places == sorted(places)


def test_a_question_goes_when_its_answer_is_no_longer_unlike_the_others(data: Comparison) -> None:
    same = data.cell("csrf_protection", "django")
    rows = [
        row.id for row, _ in quiz.quiz_questions(changed(data, "csrf_protection", "flask", same))
    ]
    assert "csrf_protection" not in rows


@pytest.mark.parametrize(
    ("one", "other"), [("Yes", "Yes, with a package"), ("Off, as a rule", "off as a rule")]
)
def test_an_answer_that_is_part_of_another_one_is_not_clear(
    data: Comparison, one: str, other: str
) -> None:
    row = data.row("csrf_protection")
    cells = {
        "django": row.cells["django"].model_copy(update={"answer": one}),
        "flask": row.cells["flask"].model_copy(update={"answer": other}),
    }
    assert not quiz.is_clear(row.model_copy(update={"cells": cells}), "django")


def test_a_cell_that_is_not_in_the_data_is_named(
    data: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiz, "ASKED", "crsf_protection/django")
    with pytest.raises(UnknownNameError, match='did you mean "csrf_protection"'):
        quiz.quiz_questions(data)


def pages(ledger: Ledger) -> dict[str, str]:
    """Return the HTML of each part of the quiz."""
    return {part.id: quiz.quiz(View(ledger, "../../../"), part.id) for part in quiz.PARTS}


def test_a_missed_question_leads_to_its_row(ledger: Ledger) -> None:
    html = pages(ledger)["sites"]
    assert 'href="../../../compare/security/#csrf_protection"' in html
    assert html.count("<td-predict ") == html.count('class="more"')


def test_each_question_is_asked_on_one_page_and_listed_under_its_id(ledger: Ledger) -> None:
    asked = pages(ledger)
    listed = quiz.quiz_parts(View(ledger, "../../"))
    for _, one in quiz.quiz_questions(ledger.comparison):
        (part,) = [name for name, html in asked.items() if f' id="predict-{one.id}"' in html]
        place = f'id="predict-{one.id}" data-key="{one.id}" data-answer="{one.right}"'
        link = f'<a href="../../learn/quiz/{part}/#predict-{one.id}">'
        assert f"<li {place}>{link}" in listed


def test_every_page_of_the_quiz_knows_the_right_answer_to_every_question(ledger: Ledger) -> None:
    right = " ".join(f"{one.right}" for _, one in quiz.quiz_questions(ledger.comparison))
    for html in (*pages(ledger).values(), quiz.quiz_parts(View(ledger))):
        assert html.count(f'data-right="{right}"') == 1


def test_a_group_that_no_part_asks_about_is_named(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiz, "PARTS", quiz.PARTS[:-1])
    monkeypatch.setattr(quiz, "ASKED", "csrf_protection/django debug_page/flask")
    with pytest.raises(quiz.QuizPartError, match='no part asks about the group "tooling"'):
        quiz.quiz_parts(View(ledger))


def test_a_part_that_is_not_there_suggests_a_near_one(ledger: Ledger) -> None:
    with pytest.raises(quiz.QuizPartError, match=r'no part "site".*did you mean "sites"'):
        quiz.quiz(View(ledger), "site")
