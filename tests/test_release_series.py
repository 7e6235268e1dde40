"""The series of releases: counted from the recorded days, by year and by kind, and dated."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from macros.evidence import ReleaseDays
from macros.ledger import Ledger
from macros.release_series import (
    NOT_ASKED,
    is_feature,
    newest_release,
    release_count,
    release_table,
    releases_day,
    within,
    year_before,
)
from macros.view import View

NOTE = re.compile(
    r"The package index lists (?P<all>\d+) releases? .*?from (?P<first>\S+) to (?P<last>[\d-]+)"
    r"(?:, (?P<features>\d+) of them feature)?"
)
SERIES = ReleaseDays(
    day=date(2026, 3, 10),
    packages={
        "Flask": {
            "3.0.0": date(2025, 3, 10),
            "3.0.1": date(2025, 12, 31),
            "3.1": date(2026, 1, 1),
            "3.0.2": date(2026, 3, 10),
        },
        "Django": {},
        "fastapi": {"0.1.0": date(2026, 3, 9)},
    },
)


@pytest.fixture
def view(ledger: Ledger) -> View:
    return View(replace(ledger, release_days=SERIES))


def test_the_twelve_months_end_with_the_recorded_day(view: View) -> None:
    assert release_count(view, "flask") == "3 releases"
    assert release_count(view, "flask", "feature release") == "1 feature release"
    assert release_count(view, "django") == "0 releases"
    assert releases_day(view) == "March 10, 2026"


def test_the_newest_release_is_the_last_day_and_not_the_highest_number(view: View) -> None:
    assert newest_release(view, "flask") == "3.0.2 of March 10, 2026"
    assert newest_release(view, "flask", "feature release") == "3.1 of January 1, 2026"


def test_the_table_counts_each_year_and_says_that_the_last_one_is_not_over(view: View) -> None:
    table = release_table(view)
    head, _, *years = table.splitlines()
    assert head == "| Year | FastAPI | Flask | Django |"
    assert years[-2:] == ["| 2025 | 0, 0 | 2, 1 | 0, 0 |", "| 2026 so far | 1, 1 | 2, 1 | 0, 0 |"]


def test_an_unknown_kind_of_release_is_named(view: View) -> None:
    with pytest.raises(ValueError, match='no kind of release "beta"; expected release or feature'):
        release_count(view, "flask", "beta")


def test_without_a_record_the_page_says_so(ledger: Ledger) -> None:
    bare = View(replace(ledger, release_days=None))
    for said in (
        release_table(bare), release_count(bare, "flask"), newest_release(bare, "flask"),
        releases_day(bare),
    ):  # fmt: skip
        assert said == NOT_ASKED


@pytest.mark.parametrize(
    ("version", "feature"),
    [("3.1.0", True), ("6.1", True), ("0.165.0", True), ("3.1.3", False), ("0.1.0.1", False)],
)
def test_a_feature_release_has_no_third_number_or_a_zero(version: str, feature: bool) -> None:
    assert is_feature(version) is feature


def test_a_year_before_a_leap_day_is_the_last_of_february() -> None:
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)


def test_the_record_has_every_framework_and_its_compared_version(ledger: Ledger) -> None:
    assert ledger.release_days
    for framework in ledger.comparison.frameworks:
        assert framework.version in ledger.release_days.packages[framework.package]


def test_what_the_rows_say_of_the_last_year_is_what_the_record_counts(ledger: Ledger) -> None:
    assert ledger.release_days
    for framework in ledger.comparison.frameworks:
        told = NOTE.search(ledger.comparison.cell("release_cadence", framework.id).note or "")
        assert told, framework.id
        days = ledger.release_days.packages[framework.package]
        span = year_before(date.fromisoformat(told["last"])), date.fromisoformat(told["last"])
        assert within(days, *span) == int(told["all"])
        features = {version: day for version, day in days.items() if is_feature(version)}
        if told["features"]:
            assert within(features, *span) == int(told["features"])
