"""The chooser in a browser: the same points as in Python, in the address, by keyboard, without."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from macros.chooser import USUAL_WEIGHT, WEIGHTS, Answer, Answers, Chooser, checked
from macros.ledger import Ledger
from macros.needs import QUESTIONS
from tests.site_tools import built_site
from tests.visits import served

pytestmark = pytest.mark.browser
SCRIPT_BUDGET = 6 * 1024
TIE = {"product": Answer("both")}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(built_site()) as base:
        yield f"{base}chooser/"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def chooser(ledger: Ledger) -> Chooser:
    return checked(ledger.comparison)


def random_answers(seed: int) -> dict[str, Answer]:
    dice = random.Random(seed)
    asked = dice.sample(QUESTIONS, dice.randint(2, len(QUESTIONS)))
    return {
        question.id: Answer(dice.choice(question.options).id, dice.choice(list(WEIGHTS)))
        for question in asked
    }


def query(answers: Answers) -> str:
    """Return the query that stands for answers, questions in their order."""
    said = {q.id: answers[q.id] for q in QUESTIONS if q.id in answers}
    return urlencode(
        {
            name: answer.option + ("" if answer.weight == USUAL_WEIGHT else f".{answer.weight}")
            for name, answer in said.items()
        }
    )


def answer_by_mouse(page: Any, answers: Answers) -> None:
    for question, answer in answers.items():
        page.check(f'input[name="{question}"][value="{answer.option}"]')
        page.check(f'input[name="{question}-weight"][value="{answer.weight}"]')


def shown_scores(page: Any) -> list[tuple[int, str, int]]:
    """Return place, framework and points in the order of the page."""
    found: list[list[Any]] = page.eval_on_selector_all(
        ".td-places > li",
        "places => places.map((place) => [place.value, place.dataset.framework,"
        ' Number(place.querySelector(".td-points").textContent)])',
    )
    return [(int(place), str(name), int(points)) for place, name, points in found]


def ranked(scores: dict[str, int]) -> list[tuple[int, str, int]]:
    """Return what the page must show; those with equal points share a place."""
    order = sorted(scores, key=lambda name: -scores[name])
    return [
        (1 + sum(other > scores[name] for other in scores.values()), name, scores[name])
        for name in order
    ]


def explained(page: Any) -> list[int]:
    """Return the sums of the explained points, column by column."""
    sums: list[int] = page.eval_on_selector_all(
        ".td-why [data-row]",
        "rows => rows.map((row) => [...row.querySelectorAll('[data-points]')]"
        ".map((cell) => Number(cell.dataset.points)))"
        ".reduce((sums, row) => sums.map((sum, i) => sum + row[i]), [0, 0, 0])",
    )
    return sums


@pytest.mark.parametrize("seed", range(10))
def test_answers_are_ranked_explained_and_flipped_as_in_python(
    page: Any, address: str, chooser: Chooser, seed: int
) -> None:
    answers = random_answers(seed)
    page.goto(address)
    answer_by_mouse(page, answers)
    scores = chooser.score(answers)
    assert shown_scores(page) == ranked(scores)
    assert explained(page) == list(scores.values())
    links = page.eval_on_selector_all(".td-flips a", "links => links.map((link) => link.search)")
    flips = chooser.flips(answers)[:3]
    assert links == [f"?{query({**answers, f.question: f.answer})}" for f in flips]
    assert page.evaluate("location.search") == f"?{query(answers)}"


def test_the_address_restores_the_answers(page: Any, address: str, chooser: Chooser) -> None:
    answers = random_answers(99)
    page.goto(f"{address}?{query(answers)}")
    assert shown_scores(page) == ranked(chooser.score(answers))
    for question, answer in answers.items():
        assert page.is_checked(f'input[name="{question}"][value="{answer.option}"]')
        assert page.is_checked(f'input[name="{question}-weight"][value="{answer.weight}"]')


def test_an_address_with_unknown_answers_asks_for_an_answer(page: Any, address: str) -> None:
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(f"{address}?product=<b>rust</b>.toString&login=.nonsense&data=constructor")
    assert page.inner_text(".td-verdict").startswith("Answer a question")
    assert failures == []


def test_back_and_forward_walk_through_the_answers(page: Any, address: str) -> None:
    page.goto(address)
    page.check('input[name="product"][value="api"]')
    page.check('input[name="product"][value="forms"]')
    page.check('input[name="login"][value="people"]')
    page.go_back()
    assert page.evaluate("location.search") == "?product=forms"
    assert not page.is_checked('input[name="login"][value="people"]')
    page.go_back()
    assert page.inner_text(".td-verdict").startswith("Answer a question")
    page.go_forward()
    assert page.is_checked('input[name="product"][value="forms"]')


def test_a_tie_is_said_to_be_a_tie(page: Any, address: str) -> None:
    page.goto(f"{address}?{query(TIE)}")
    assert page.inner_text(".td-verdict").startswith("A tie: FastAPI and Django")
    assert [place for place, _, _ in shown_scores(page)] == [1, 1, 3]


def test_a_flip_can_be_tried_and_starting_again_forgets_everything(
    page: Any, address: str, chooser: Chooser
) -> None:
    page.goto(f"{address}?{query(TIE)}")
    flip = chooser.flips(TIE)[0]
    page.click(".td-flips a >> nth=0")
    changed = {**TIE, flip.question: flip.answer}
    assert shown_scores(page) == ranked(chooser.score(changed))
    page.click("text=Start again")
    assert page.evaluate("location.search") == ""
    assert [points for _, _, points in shown_scores(page)] == [0, 0, 0]


def test_every_question_and_weight_can_be_answered_by_keyboard(page: Any, address: str) -> None:
    page.goto(address)
    page.focus('input[name="product"][value="api"]')
    for _ in QUESTIONS:
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
    first = {question.id: Answer(question.options[0].id, "decides") for question in QUESTIONS}
    assert page.evaluate("location.search") == f"?{query(first)}"


def test_groups_have_names_and_the_result_is_announced(page: Any, address: str) -> None:
    page.goto(address)
    for question in QUESTIONS:
        group = page.get_by_role("group", name=question.ask)
        assert group.get_by_role("radio").count() == len(question.options) + len(WEIGHTS)
    assert page.get_by_role("status").count() == 1


def test_without_a_script_the_table_and_the_tree_are_there(browser: Any, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        assert page.is_hidden(".td-ask")
        assert page.is_visible("table.td-needs")
        assert page.is_visible("figure.diagram svg")
        needs = [option for q in QUESTIONS for option in q.options if option.rules]
        assert page.locator(".td-needs tbody tr:not(.td-group)").count() == len(needs)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_window(browser: Any, address: str, width: int) -> None:
    everything = {question.id: Answer(question.options[0].id, "decides") for question in QUESTIONS}
    with browser.new_context(viewport={"width": width, "height": 780}) as context:
        page = context.new_page()
        page.goto(f"{address}?{query(everything)}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_strict_policy_lets_the_script_and_the_style_work(page: Any, address: str) -> None:
    page.goto(address)
    inside = page.inner_html("td-chooser")
    assert " style=" not in inside
    assert page.locator("td-chooser script, td-chooser style").count() == 0


def test_the_script_is_small() -> None:
    script = built_site() / "assets" / "js" / "chooser.js"
    assert len(gzip.compress(script.read_bytes())) <= SCRIPT_BUDGET
