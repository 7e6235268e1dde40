"""The releases of the frameworks, counted from what the package index listed on one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from macros.evidence import ReleaseDays
from macros.framework import Framework
from macros.text import long_day
from macros.view import View

FIRST_YEAR = 2019  # the first whole year of the youngest of the three
KINDS = ("release", "feature release")
NOT_ASKED = "The package index has not been asked yet: run `make packages`."
Days = Mapping[str, date]


def release_table(view: View) -> str:
    """Return the releases of each year, and how many of them brought features, as Markdown."""
    series = view.ledger.release_days
    if series is None:
        return NOT_ASKED
    names = " | ".join(framework.name for framework in view.frameworks)
    lines = [f"| Year | {names} |", "| --- " * (len(view.frameworks) + 1) + "|"]
    lines += [_year(view, series, year) for year in range(FIRST_YEAR, series.day.year + 1)]
    return "\n".join(lines)


def release_count(view: View, framework_id: str, kind: str = "release") -> str:
    """Return how many releases of a kind there were in the twelve months to the recorded day."""
    series = view.ledger.release_days
    if series is None:
        return NOT_ASKED
    days = _of_kind(_of(series, view.data.framework(framework_id)), kind)
    found = within(days, year_before(series.day), series.day)
    return f"{found} {kind}{'' if found == 1 else 's'}"


def newest_release(view: View, framework_id: str, kind: str = "release") -> str:
    """Return the release of a kind that appeared last, with its day."""
    series = view.ledger.release_days
    if series is None:
        return NOT_ASKED
    days = _of_kind(_of(series, view.data.framework(framework_id)), kind)
    version, day = max(days.items(), key=lambda each: each[1])
    return f"{version} of {long_day(day)}"


def releases_day(view: View) -> str:
    """Return the day on which the index was asked."""
    series = view.ledger.release_days
    return long_day(series.day) if series else NOT_ASKED


def is_feature(version: str) -> bool:
    """Tell whether a release brings features: its third number is 0, or not there."""
    numbers = version.split(".")
    return len(numbers) < 3 or numbers[2:] == ["0"]


def within(days: Days, after: date, until: date) -> int:
    """Return how many releases appeared after one day and until another."""
    return sum(after < day <= until for day in days.values())


def year_before(day: date) -> date:
    """Return the same day a year earlier; the last of February for a leap day."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _of(series: ReleaseDays, framework: Framework) -> Days:
    return series.packages.get(framework.package, {})


def _of_kind(days: Days, kind: str) -> Days:
    if kind not in KINDS:
        raise ValueError(f'no kind of release "{kind}"; expected {" or ".join(KINDS)}')
    return {v: day for v, day in days.items() if kind == "release" or is_feature(v)}


def _year(view: View, series: ReleaseDays, year: int) -> str:
    until = " so far" if year == series.day.year else ""
    cells = " | ".join(_numbers(_of(series, f), year) for f in view.frameworks)
    return f"| {year}{until} | {cells} |"


def _numbers(days: Days, year: int) -> str:
    after, until = date(year - 1, 12, 31), date(year, 12, 31)
    features = within(_of_kind(days, "feature release"), after, until)
    return f"{within(days, after, until)}, {features}"
