"""The page of changes: only what differs, errors never as answers, tables that can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros import load
from macros.changes import changes, found_changes, new_in, unexplained
from macros.evidence import Evidence, Observation
from macros.history import HistoryRecord, Seen, read_history
from macros.ledger import Ledger
from macros.view import View

OLD, NEWER = "3.0.3", "3.1.0"


@pytest.fixture
def view(small_ledger: Ledger) -> View:
    """Return a view in which Flask's and Django's probes have been run."""
    seen = {
        "flask": Observation(observed="200", experiment="Post.", versions={"Flask": "3.1.3"}),
        "django": Observation(observed="<403>", experiment="Post.", versions={"Django": "6.1.3"}),
    }
    evidence = {"csrf": Evidence(row="csrf", python="3.13", cells=seen)}
    return View(replace(small_ledger, evidence=evidence), "../../")


def record(seen: Seen, version: str = OLD, framework: str = "flask") -> HistoryRecord:
    """Make a record of one row by hand."""
    return HistoryRecord(
        framework=framework, version=version, released=date(2024, 4, 7), python="3.13",
        moved={}, rows={"csrf": seen},
    )  # fmt: skip


def rows_changed(view: View, *records: HistoryRecord) -> list[str]:
    """Return the ids of Flask's rows that ``records`` saw otherwise."""
    flask = view.data.framework("flask")
    return [change.row.id for change in found_changes(view, flask, records)]


def test_an_answer_that_was_the_same_is_no_change(view: View) -> None:
    assert rows_changed(view, record(Seen(observed="200"))) == []


def test_an_answer_that_was_another_is_a_change(view: View) -> None:
    assert rows_changed(view, record(Seen(observed="400"))) == ["csrf"]


def test_an_answer_that_changed_in_one_of_two_versions_is_a_change(view: View) -> None:
    older, newer = record(Seen(observed="400")), record(Seen(observed="200"), NEWER)
    assert rows_changed(view, older, newer) == ["csrf"]


def test_a_version_that_only_names_itself_is_no_change(view: View) -> None:
    row = view.ledger.evidence["csrf"]
    named = row.cells["flask"].model_copy(update={"observed": "Flask 3.1.3"})
    row.cells["flask"] = named
    assert rows_changed(view, record(Seen(observed="Flask 3.0.3"))) == []
    assert rows_changed(view, record(Seen(observed="Flask 2.0"))) == ["csrf"]


def test_a_probe_that_was_not_run_is_no_change(view: View) -> None:
    assert rows_changed(view, record(Seen(not_run="quart needs flask>=3.1"))) == []


def test_a_row_that_the_earlier_run_did_not_know_is_no_change(view: View) -> None:
    unasked = record(Seen(observed="400")).model_copy(update={"rows": {}})
    assert rows_changed(view, unasked) == []


def test_a_row_without_a_current_record_is_not_compared(small_ledger: Ledger) -> None:
    assert rows_changed(View(small_ledger), record(Seen(observed="400"))) == []


def test_a_probe_that_could_not_run_is_told_as_an_error_not_as_an_answer(view: View) -> None:
    page = changes(view, [record(Seen(error="ImportError"))])
    assert "cannot run: ImportError" in page
    assert "<code>ImportError</code>" not in page
    assert "No answer changed." in page
    assert "<caption>Flask: 1 probe that could not run there</caption>" in page
    assert "new in" not in page


def test_an_answer_and_an_error_in_one_row_count_as_a_change(view: View) -> None:
    older, newer = record(Seen(observed="400")), record(Seen(error="TypeError"), NEWER)
    page = changes(view, [older, newer])
    assert "<caption>Flask: 1 answer that changed</caption>" in page
    assert "could not run there" not in page


@pytest.mark.parametrize(
    ("since", "new"), [("3.1", "3.1"), ("3.0.10", "3.0.10"), ("3.0.3", None), (None, None)]
)
def test_an_answer_is_new_where_its_cell_names_a_later_version(
    view: View, since: str | None, new: str | None
) -> None:
    cell = view.data.cell("csrf", "flask").model_copy(update={"since": since})
    assert new_in(cell, [record(Seen(error="ImportError"))]) == new


def with_words(view: View, **words: str) -> View:
    """Return the view with more said in Flask's cell."""
    data = view.ledger.comparison
    row = data.row("csrf")
    cell = row.cells["flask"].model_copy(update=words)
    changed = row.model_copy(update={"cells": {**row.cells, "flask": cell}})
    return View(
        replace(view.ledger, comparison=data.model_copy(update={"rows": (changed,)})), view.root
    )


def test_an_older_answer_needs_its_version_or_its_reason(view: View) -> None:
    records = [record(Seen(observed="400"))]
    (message,) = unexplained(view, records)
    assert message.startswith("csrf, flask: Flask 3.0.3 saw something else; expected since")
    assert unexplained(with_words(view, since="3.0"), records) != []
    assert unexplained(with_words(view, since="3.1"), records) == []
    assert unexplained(with_words(view, changed="It was another status."), records) == []


def test_an_error_of_a_probe_needs_no_reason(view: View) -> None:
    assert unexplained(view, [record(Seen(error="ImportError"))]) == []


def test_each_answer_that_changed_says_since_when_or_why(ledger: Ledger) -> None:
    records = read_history(load.EVIDENCE / "history")
    assert len(records) >= 5
    assert unexplained(View(ledger), records) == []


def test_the_reason_stands_beside_the_change(view: View) -> None:
    page = changes(with_words(view, changed="It *was* another."), [record(Seen(observed="400"))])
    assert "<small>It <em>was</em> another.</small>" in page


def test_each_version_is_a_column_and_the_current_one_is_last(view: View) -> None:
    page = changes(view, [record(Seen(observed="400")), record(Seen(observed="200"), NEWER)])
    places = [page.index(f"<small>{version}</small></th>") for version in (OLD, NEWER, "3.1.3")]
    assert places == sorted(places)


def test_every_cell_has_a_header_and_the_table_a_caption(view: View) -> None:
    page = changes(view, [record(Seen(observed="400"))])
    assert page.count('scope="col"') == 3
    assert page.count('scope="row"') == 1
    assert "<caption>Flask: 1 answer that changed</caption>" in page


def test_what_was_seen_is_escaped_and_leads_to_its_proof(view: View) -> None:
    page = changes(view, [record(Seen(observed="<200>"), "5.2", "django")])
    assert "&lt;200&gt;" in page
    assert "<200>" not in page
    assert 'href="../../evidence/security/django/#csrf-django"' in page


def test_each_version_is_summed_up_with_its_day(view: View) -> None:
    page = changes(view, [record(Seen(error="TypeError"))])
    assert (
        "(2024-04-07): 0 of 1 probes see what they see with 3.1.3, "
        "0 see something else, 1 cannot run."
    ) in page


def test_what_was_set_back_and_what_was_not_run_is_told(view: View) -> None:
    skipped = record(Seen(not_run="quart needs flask>=3.1"))
    page = changes(view, [skipped.model_copy(update={"moved": {"werkzeug": "3.0.6"}})])
    assert "Other versions with it: werkzeug 3.0.6." in page
    assert "Not run: 1 (quart needs flask&gt;=3.1)." in page
    assert "No answer changed." in page


def test_a_framework_without_earlier_records_has_no_section(view: View) -> None:
    page = changes(view, [record(Seen(observed="400"))])
    assert "## Flask" in page
    assert "Django" not in page
