"""The course in a real browser: choose, commit, reveal, remember, start over, by any means."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.visits import Visit

pytestmark = pytest.mark.browser
STEP = "learn/flask/"
OVERVIEW = "learn/"
QUIZ = "learn/quiz/requests/"
QUIZ_OVERVIEW = "learn/quiz/"
RIGHT, WRONG = 2, 0  # places of two choices of the step's question, from 0


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile that nobody has used."""
    fresh = browser.new_context()
    yield fresh
    fresh.close()


@pytest.fixture
def visit(context: BrowserContext, home: str) -> Iterator[Visit]:
    """A page of that profile; nothing may go wrong in it."""
    opened = Visit(context, home)
    yield opened
    assert opened.errors == []


def question(visit: Visit, number: int = 0) -> Locator:
    return visit.page.locator("td-predict").nth(number)


def button(asked: Locator) -> Locator:
    return asked.get_by_role("button")


def answer(asked: Locator, place: int) -> None:
    asked.get_by_role("radio").nth(place).check()
    button(asked).click()


def explanations(asked: Locator) -> list[bool]:
    """Return for each choice whether its explanation is in sight."""
    return [one.is_visible() for one in asked.locator("details p").all()]


def test_nothing_is_explained_before_the_reader_has_committed(visit: Visit) -> None:
    visit.go(STEP)
    question(visit).get_by_role("radio").nth(WRONG).check()
    assert explanations(question(visit)) == [False] * 4
    expect(question(visit).locator("summary").first).to_be_hidden()


def test_a_wrong_choice_is_explained_together_with_the_right_one(visit: Visit) -> None:
    visit.go(STEP)
    answer(question(visit), WRONG)
    assert explanations(question(visit)) == [True, False, True, False]
    expect(question(visit).get_by_role("status")).to_have_text(
        "Not quite: you chose A, the answer is C."
    )


def test_the_right_choice_is_said_to_be_right(visit: Visit) -> None:
    visit.go(STEP)
    answer(question(visit), RIGHT)
    assert explanations(question(visit)) == [False, False, True, False]
    expect(question(visit).get_by_role("status")).to_have_text("Right, it is C.")


def test_nothing_is_revealed_without_a_choice(visit: Visit) -> None:
    visit.go(STEP)
    button(question(visit)).click()
    expect(question(visit).get_by_role("status")).to_have_text("Choose an answer first.")
    assert explanations(question(visit)) == [False] * 4


def test_the_other_explanations_can_be_opened_too(visit: Visit) -> None:
    visit.go(STEP)
    answer(question(visit), RIGHT)
    question(visit).get_by_text("B, explained").click()
    assert explanations(question(visit)) == [False, True, True, False]


def test_the_answer_and_the_progress_are_kept_over_a_reload(visit: Visit) -> None:
    visit.go(STEP)
    answer(question(visit), WRONG)
    visit.page.reload()
    assert explanations(question(visit)) == [True, False, True, False]
    expect(visit.page.locator("td-progress")).to_contain_text("1 of 7 steps done")


def test_the_overview_marks_what_is_done_and_starts_over(visit: Visit) -> None:
    visit.go(STEP)
    answer(question(visit), RIGHT)
    visit.go(OVERVIEW)
    assert visit.page.locator("[data-done]:visible").count() == 1
    expect(visit.page.get_by_role("progressbar", name="The course")).to_have_js_property("value", 1)
    visit.page.get_by_role("button", name="Start over").click()
    expect(visit.page.locator("td-progress")).to_contain_text("0 of 7 steps done")
    assert visit.page.locator("[data-done]:visible").count() == 0
    visit.go(STEP)
    assert explanations(question(visit)) == [False] * 4


def test_a_reader_can_try_again(visit: Visit) -> None:
    visit.go(STEP)
    answer(question(visit), WRONG)
    button(question(visit)).click()
    assert explanations(question(visit)) == [False] * 4
    answer(question(visit), RIGHT)
    expect(question(visit).get_by_role("status")).to_have_text("Right, it is C.")


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    visit.go(STEP)
    keys = visit.page.keyboard
    question(visit).get_by_role("radio").first.focus()
    for key in ("ArrowDown", "ArrowDown", "Tab", "Enter"):
        keys.press(key)
    expect(question(visit).get_by_role("status")).to_have_text("Right, it is C.")
    expect(button(question(visit))).to_be_focused()
    keys.press("Enter")
    expect(button(question(visit))).to_have_text("Check my answer")


def test_a_screen_reader_hears_one_group_with_a_name(visit: Visit) -> None:
    visit.go(STEP)
    group = question(visit).get_by_role("group", name="You write a form in Flask")
    assert group.get_by_role("radio").count() == 4
    assert group.get_by_role("radio", name="It accepts the form").count() == 1


def test_without_a_script_every_answer_opens_by_itself(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    visit = Visit(context, home)
    visit.go(STEP)
    expect(button(question(visit))).to_be_hidden()
    expect(visit.page.locator("td-progress")).to_be_hidden()
    for place in range(4):
        question(visit).locator("summary").nth(place).click()
    assert explanations(question(visit)) == [True] * 4
    context.close()


def test_the_quiz_counts_and_links_what_was_missed(visit: Visit) -> None:
    visit.go(QUIZ)
    missed = visit.page.locator(".td-missed")
    for number, is_right in enumerate((True, False, True)):
        asked = question(visit, number)
        right = int(asked.get_attribute("data-answer") or 0) - 1
        answer(asked, right if is_right else (right + 1) % 3)
    expect(visit.page.locator("td-progress")).to_contain_text("3 of")
    expect(visit.page.locator("td-progress")).to_contain_text("answered, 2 right")
    assert missed.get_by_role("link").count() == 1
    missed.get_by_role("link").click()
    expect(visit.page).to_have_url(re.compile(r"/compare/routing/#int_path_parameter$"))


def test_the_score_counts_the_questions_of_every_page(visit: Visit) -> None:
    for page, is_right in ((QUIZ, False), ("learn/quiz/sites/", True)):
        visit.go(page)
        right = int(question(visit).get_attribute("data-answer") or 0) - 1
        answer(question(visit), right if is_right else (right + 1) % 3)
    for page in ("learn/quiz/running/", QUIZ_OVERVIEW):
        visit.go(page)
        expect(visit.page.locator("td-progress")).to_contain_text("2 of")
        expect(visit.page.locator("td-progress")).to_contain_text("answered, 1 right")
    assert visit.page.locator("[data-done]:visible").count() == 2
    visit.page.locator(".td-missed").get_by_role("link").click()
    expect(visit.page).to_have_url(re.compile(r"/learn/quiz/requests/#predict-quiz-route_prec"))
    assert any(explanations(question(visit)))


def test_the_former_address_of_a_question_leads_to_it(visit: Visit) -> None:
    visit.go(f"{QUIZ_OVERVIEW}#predict-quiz-csrf_protection-django")
    visit.page.wait_for_url("**/learn/quiz/sites/#predict-quiz-csrf_protection-django")
    expect(visit.page.locator("#predict-quiz-csrf_protection-django")).to_be_in_viewport()


def test_the_quiz_forgets_when_told_and_leaves_the_course_alone(visit: Visit) -> None:
    visit.go(STEP)
    answer(question(visit), RIGHT)
    visit.go(QUIZ)
    answer(question(visit), 0)
    visit.page.get_by_role("button", name="Start over").click()
    expect(visit.page.locator("td-progress")).to_contain_text("0 of")
    visit.go(OVERVIEW)
    expect(visit.page.locator("td-progress")).to_contain_text("1 of 7 steps done")


def test_a_browser_that_forbids_storing_can_still_answer(
    context: BrowserContext, visit: Visit
) -> None:
    context.add_init_script(
        "const keep = Storage.prototype.setItem;"
        "Storage.prototype.setItem = function (key, value) {"
        "if (key.startsWith('test-drive')) throw new Error('no'); keep.call(this, key, value) }"
    )
    visit.go("learn/django/")
    answer(question(visit), 0)
    expect(question(visit).get_by_role("status")).to_contain_text("you chose A")


def test_another_tab_may_answer_while_the_page_is_still_loading(visit: Visit) -> None:
    visit.page.add_init_script(
        "new MutationObserver(() => {"
        "if (document.readyState === 'loading') window.dispatchEvent(new Event('storage')) })"
        ".observe(document, { childList: true, subtree: true })"
    )
    visit.go(OVERVIEW)
    expect(visit.page.locator("td-progress")).to_contain_text("0 of 7 steps done")


@pytest.mark.parametrize("page", [STEP, OVERVIEW, QUIZ, QUIZ_OVERVIEW, "ways/", "glossary/"])
def test_no_page_is_wider_than_a_phone(context: BrowserContext, visit: Visit, page: str) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 640})
    visit.go(page)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("page", [STEP, QUIZ, QUIZ_OVERVIEW])
def test_nothing_moves_while_a_page_loads(visit: Visit, page: str) -> None:
    visit.page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => {"
        "for (const entry of list.getEntries()) window.moved += entry.value"
        "}).observe({ type: 'layout-shift', buffered: true })"
    )
    visit.go(page)
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate("window.moved") == 0


def test_a_term_shows_its_explanation_to_the_keyboard(visit: Visit) -> None:
    visit.go("myths/")
    term = visit.page.locator("a.term").first
    shown = "link => getComputedStyle(link, '::after').content"
    assert term.evaluate(shown) == "none"
    visit.page.locator("body").press("Tab")  # from here on the keyboard is what moves the focus
    term.focus()
    assert term.get_attribute("title") in term.evaluate(shown)
