"""The final quiz: questions made from rows whose answers differ, so it cannot go out of date.

``ASKED`` only names cells. The words of a question, its choices and its explanations come from
the data. A cell whose answer is no longer told apart from the others is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.cell import Cell
from macros.course import done_mark, progress_bar
from macros.framework import Framework
from macros.model import Comparison, Group, Row
from macros.predictions import Choice, Prediction, assets, block, render
from macros.problems import did_you_mean
from macros.text import escape, plain
from macros.view import View

# "row/framework": which of the frameworks gives this answer?
# "row/framework?": which of the row's answers does this framework give?
ASKED = """
route_precedence/flask int_path_parameter/fastapi method_not_allowed/django
head_and_options/fastapi middleware_order/fastapi signals/fastapi abort_with_status/django
redirect_default/fastapi range_requests/django
request_body_validation/fastapi bad_query_integer/flask? repeated_query_parameter/flask
malformed_json/django? request_size_limit/django response_filtering/fastapi
response_validation/fastapi json_special_types/flask?
async_usual_server/flask? event_loop_of_handler/flask? thread_limit/fastapi
blocking_in_async/flask task_outlives_request/django? context_in_own_thread/flask
open_streams/flask? stream_async_generator/flask client_disconnect/fastapi
lifespan_events/fastapi
sync_orm_in_async_view/flask? async_database_access/django write_before_error/django
missing_field_in_model/django
session_content/django session_after_logout/django password_strength/django
admin_interface/django admin_without_orm/django missing_credentials/fastapi
autoescape_scope/django template_missing_variable/django template_streaming/flask?
static_files_production/django
csrf_protection/django host_header_validation/django secret_key_rotation/fastapi
opentelemetry_spans/fastapi
debug_page/flask project_generator/flask
server_interface/django server_in_base_install/fastapi
clean_install_distributions/flask? compiled_dependency/django
first_release/fastapi? support_window/django?
"""


class QuizPartError(LookupError):
    """A part of the quiz that is not there, or a group that no part asks about."""


@dataclass(frozen=True)
class Part:
    """A page of the quiz, ``docs/learn/quiz/<id>.md``, and the groups that it asks about."""

    id: str
    title: str
    groups: tuple[str, ...]


PARTS = (
    Part("requests", "Requests and validation", ("routing", "validation", "api_docs")),
    Part("waiting", "Waiting and streaming", ("concurrency", "realtime")),
    Part("sites", "Data, people, pages", ("database", "accounts", "templates", "security")),
    Part(
        "running",
        "Tools and operation",
        ("background", "tooling", "deployment", "footprint", "governance"),
    ),
)
Asked = tuple[Row, Prediction]


def quiz_questions(data: Comparison) -> list[Asked]:
    """Return the questions in the order of the data file, each with its row.

    Raises UnknownNameError for a cell that is not there.
    """
    made = [_question(data, name) for name in ASKED.split()]
    place = {row.id: number for number, row in enumerate(data.rows)}
    return sorted((one for one in made if one), key=lambda one: place[one[0].id])


def quiz(view: View, part_id: str) -> str:
    """Return one part: a bar that stays in sight, the questions by group, what was missed.

    Raises QuizPartError for a part that is not there, or a group that no part asks about.
    """
    part, asked = _part(part_id), _by_group(view.data)
    html = [assets(view), _bar(view)]
    for group in _asked_groups(view.data, part, asked):
        html.append(f'<h2 id="{group.id}">{escape(group.title)}</h2>')
        html += [render(view, one) for _, one in asked[group.id]]
    return block(
        "\n".join([*html, _missed("Each link leads to the row that answers the question.")])
    )


def quiz_parts(view: View) -> str:
    """Return the way to each part and to each question, with the score of the whole quiz.

    The questions once stood on this page, so each has its former id here and leads on
    (docs/assets/js/reader.js). Raises QuizPartError for a group that no part asks about.
    """
    asked = _by_group(view.data)
    html = [assets(view), _bar(view)]
    for part in PARTS:
        page = f"{view.root}learn/quiz/{part.id}/"
        html.append(f'<h2 id="{part.id}"><a href="{page}">{escape(part.title)}</a></h2>')
        for group in _asked_groups(view.data, part, asked):
            html.append(f'<h3 id="{group.id}">{escape(group.title)}</h3>')
            html.append(_question_list(page, asked[group.id]))
    html.append(_missed("Each link leads to the question, which now explains its answers."))
    return block("\n".join(html))


def _part(part_id: str) -> Part:
    for part in PARTS:
        if part.id == part_id:
            return part
    known = did_you_mean(part_id, [part.id for part in PARTS])
    raise QuizPartError(f'no part "{part_id}" of the quiz in macros/quiz.py; {known}')


def _by_group(data: Comparison) -> dict[str, list[Asked]]:
    """Return the questions of each group; raises QuizPartError for one that no part names."""
    found: dict[str, list[Asked]] = {}
    for asked in quiz_questions(data):
        found.setdefault(asked[0].group, []).append(asked)
    for group_id in found.keys() - {name for part in PARTS for name in part.groups}:
        raise QuizPartError(
            f'macros/quiz.py: no part asks about the group "{group_id}"; expected each group '
            "with a question in one part; add it to PARTS"
        )
    return found


def _asked_groups(
    data: Comparison, part: Part, asked: Mapping[str, Sequence[Asked]]
) -> Iterator[Group]:
    yield from (group for group in data.groups if group.id in part.groups and group.id in asked)


def _bar(view: View) -> str:
    """Return the bar of the whole quiz, which counts the same on each of its pages."""
    right = {one.id: one.right for _, one in quiz_questions(view.data)}
    bar = progress_bar("The quiz", [*right], "answered", [*right.values()])
    return f'<div class="td-quiz-bar">\n{bar}\n</div>'


def _question_list(page: str, asked: Iterable[Asked]) -> str:
    items = (
        f'<li id="predict-{one.id}" data-key="{one.id}" data-answer="{one.right}">'
        f'<a href="{page}#predict-{one.id}">{escape(row.title)}</a> {done_mark(one.id)}</li>'
        for row, one in asked
    )
    return "\n".join(['<ul class="td-questions" data-search-exclude>', *items, "</ul>"])


def _missed(words: str) -> str:
    return (
        '<section hidden>\n<h2 id="missed">What you missed</h2>\n'
        f'<p>{words}</p>\n<ul class="td-missed"></ul>\n</section>'
    )


def quiz_size(view: View) -> int:
    """Return how many questions the quiz asks."""
    return len(quiz_questions(view.data))


def _question(data: Comparison, name: str) -> Asked | None:
    row_id, _, rest = name.partition("/")
    row, framework = data.row(row_id), data.framework(rest.removesuffix("?"))
    if not is_clear(row, framework.id):
        return None
    asks_for_answer = rest.endswith("?")
    make = _which_answer if asks_for_answer else _which_framework
    return row, make(data, row, framework)


def is_clear(row: Row, framework_id: str) -> bool:
    """Tell whether a cell's answer can be mistaken for no other answer of its row."""
    cell = row.cells[framework_id]
    return not any(_alike(cell, other) for name, other in row.cells.items() if name != framework_id)


def _alike(one: Cell, other: Cell) -> bool:
    words, others = _words(one.answer), _words(other.answer)
    same_record = one.observed is not None and one.observed == other.observed
    return same_record or words <= others or others <= words


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower()))


def _which_framework(data: Comparison, row: Row, framework: Framework) -> Prediction:
    """Return the question which of the frameworks gives an answer."""
    choices = [
        Choice(each.name, _reason(row, each), (f"{row.id}/{each.id}",)) for each in data.frameworks
    ]
    question = f"{row.question} For which of the three is the answer *{_cell(row, framework)}*?"
    name = f"quiz-{row.id}-{framework.id}"
    return Prediction(name, question, tuple(choices), framework.name, row.id)


def _which_answer(data: Comparison, row: Row, framework: Framework) -> Prediction:
    """Return the question which of the row's answers a framework gives."""
    givers: dict[str, list[Framework]] = {}
    for each in data.frameworks:
        givers.setdefault(_cell(row, each), []).append(each)
    choices = [
        Choice(text, _whose(row, framework, each), tuple(f"{row.id}/{f.id}" for f in each))
        for text, each in sorted(givers.items())
    ]
    question = f"{row.question} What is the answer for **{framework.name}**?"
    name = f"quiz-{row.id}-{framework.id}"
    return Prediction(name, question, tuple(choices), _cell(row, framework), row.id)


def _cell(row: Row, framework: Framework) -> str:
    return row.cells[framework.id].answer


def _whose(row: Row, asked: Framework, givers: list[Framework]) -> str:
    if asked in givers:
        return row.cells[asked.id].note or f"{asked.name} {asked.version}."
    return f"That is the answer for {' and '.join(each.name for each in givers)}."


def _reason(row: Row, framework: Framework) -> str:
    cell = row.cells[framework.id]
    answer = f"{framework.name}: {plain(cell.answer)}."
    return f"{answer} {cell.note}" if cell.note else answer
