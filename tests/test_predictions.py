"""Predictions and the course: one right choice each, a proof for every choice, nothing dangling."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import course, glossary, predictions
from macros.ledger import Ledger
from macros.model import UnknownNameError
from macros.predictions import PredictionError
from macros.view import View

ROOT = Path(__file__).resolve().parent.parent
LEARN = ROOT / "docs" / "learn"
PAGES = sorted((ROOT / "docs").rglob("*.md"))
CALL = re.compile(r'\bprediction\(\s*"([^"]+)"')
TERM = re.compile(r'\bterm\("([^"]+)"')
SCRIPT = ROOT / "docs" / "assets" / "js" / "learn.js"

YES = ("Yes", "It was *seen*.", "csrf/django")
NO = ("No", "The probe got 200.", "csrf/flask")


@pytest.fixture
def view(small_ledger: Ledger) -> View:
    return View(small_ledger, "../")


def test_the_right_choice_is_told_by_its_number(view: View) -> None:
    assert 'data-answer="2"' in predictions.prediction(view, "csrf", "Refused?", [NO, YES], "Yes")


def test_each_choice_has_an_explanation_that_opens_without_a_script(view: View) -> None:
    html = predictions.prediction(view, "csrf", "Refused?", [NO, YES], "Yes")
    assert html.count("<details>") == html.count("<summary>") == 2
    assert "<strong>Right.</strong> It was <em>seen</em>." in html
    assert "<strong>No.</strong> The probe got 200." in html


def test_each_choice_links_its_proof(view: View) -> None:
    html = predictions.prediction(view, "csrf", "Refused?", [NO, YES], "Yes")
    assert 'href="../evidence/security/django/#csrf-django"' in html
    assert 'href="../evidence/security/flask/#csrf-flask"' in html


def test_words_of_a_question_cannot_become_markup(view: View) -> None:
    html = predictions.prediction(view, "csrf", "Is <b> shown?", [NO, YES], "Yes")
    assert "<legend>Is &lt;b&gt; shown?</legend>" in html


@pytest.mark.parametrize(
    ("name", "choices", "answer", "said"),
    [
        ("csrf", [YES, NO], "Perhaps", "is no choice"),
        ("csrf", [YES], "Yes", "at least two different"),
        ("csrf", [YES, YES], "Yes", "at least two different"),
        ("csrf", [YES, ("No", "Because.")], "Yes", "has no proof"),
        ("csrf", [YES, ("No", "Because.", "csrf")], "Yes", "names no framework"),
        ("Not an id", [YES, NO], "Yes", "snake_case"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(
    view: View, name: str, choices: list[tuple[str, ...]], answer: str, said: str
) -> None:
    with pytest.raises(PredictionError, match=said):
        predictions.prediction(view, name, "Refused?", choices, answer)


def test_a_proof_that_is_not_in_the_data_stops_the_page(view: View) -> None:
    with pytest.raises(UnknownNameError, match='did you mean "csrf"'):
        predictions.prediction(view, "x", "Y?", [YES, ("No", "So.", "crsf/flask")], "Yes")


def test_no_two_predictions_share_an_id() -> None:
    ids = [name for page in PAGES for name in CALL.findall(page.read_text(encoding="utf-8"))]
    assert sorted(ids) == sorted({*ids})


def test_every_step_has_a_page_and_every_page_but_two_is_a_step() -> None:
    assert {page.stem for page in LEARN.glob("*.md")} == {*course.steps(), "index", "quiz"}


@pytest.mark.parametrize("step", course.steps())
def test_a_step_shows_its_number_asks_its_question_and_says_what_was_gained(step: str) -> None:
    text = (LEARN / f"{step}.md").read_text(encoding="utf-8")
    assert f'step_progress("{step}")' in text
    assert CALL.findall(text) == [step]
    for part in ("**The idea.**", "diagram(", "--8<--", "## Now you can", "**Read next.**"):
        assert part in text


def test_the_overview_links_the_steps_in_order() -> None:
    text = (LEARN / "index.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"\((\w+)\.md\) \{\{ step_done", text)) == course.steps()
    nav = (LEARN.parents[1] / "mkdocs.yml").read_text(encoding="utf-8")
    listed = [name for name in re.findall(r"learn/(\w+)\.md", nav) if name in course.steps()]
    assert tuple(listed) == course.steps()


def test_an_unknown_step_is_named() -> None:
    with pytest.raises(course.UnknownStepError, match='no step "flsk"'):
        course.step_done("flsk")


def test_the_script_is_small() -> None:
    assert SCRIPT.stat().st_size <= 4096


ENTRIES = "**ASGI** { #asgi }\n:   An [agreement](#x). Which: {{ cite('a') }}\n"


def test_a_term_shows_the_first_sentence_as_plain_text() -> None:
    assert glossary.terms(ENTRIES)["asgi"] == glossary.Term("ASGI", "asgi", "An agreement.")


def test_a_term_leads_to_its_entry(view: View) -> None:
    assert 'href="../glossary/#orm"' in glossary.term(view, "ORM")
    assert ">templates</a>" in glossary.term(view, "template", "templates")


def test_a_term_that_is_missing_suggests_a_near_one(view: View) -> None:
    with pytest.raises(glossary.UnknownTermError, match='did you mean "Middleware"'):
        glossary.term(view, "midleware")


def test_every_definition_of_the_glossary_is_read_and_in_order() -> None:
    text = glossary.PAGE.read_text(encoding="utf-8")
    names = list(glossary.terms(text))
    assert len(names) == text.count("\n:   ") >= 50
    assert names == sorted(names)


def test_every_term_that_a_page_uses_is_defined() -> None:
    known = glossary.terms(glossary.PAGE.read_text(encoding="utf-8"))
    used = {name for page in PAGES for name in TERM.findall(page.read_text(encoding="utf-8"))}
    assert {name for name in used if name.lower() not in known} == set()
