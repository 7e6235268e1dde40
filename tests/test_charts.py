"""The chart of support windows: drawn from the data, readable without the picture."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pydantic import ValidationError

from macros import charts, load
from macros.framework import Line
from macros.ledger import Ledger
from macros.problems import BadDataError
from macros.view import View

TODAY = date(2026, 11, 22)
STYLES = Path(__file__).resolve().parents[1] / "docs" / "assets" / "css" / "charts.css"


def line(
    released: str = "2026-08-05", mainstream: str | None = None, security: str | None = None
) -> Line:
    day = date.fromisoformat
    return Line(
        version="6.1",
        released=day(released),
        mainstream_until=day(mainstream) if mainstream else None,
        security_until=day(security) if security else None,
        note="Both ends are expected.",
        source="https://django.example/releases/",
    )


@pytest.fixture(scope="module")
def chart(ledger: Ledger) -> str:
    return charts.support_timeline(View(replace(ledger, today=TODAY)))


@pytest.fixture(scope="module")
def picture(chart: str) -> ElementTree.Element:
    found = re.search(r"<svg width.*</svg>", chart, re.DOTALL)
    assert found
    return ElementTree.fromstring(found[0])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (line(mainstream="2027-04-30", security="2027-12-31"), "All fixes"),
        (line("2025-04-02", "2025-12-03", "2028-04-30"), "Security fixes"),
        (line("2023-04-03", "2023-12-04", "2026-04-30"), "Ended"),
        (line("2027-04-01", "2027-12-31", "2030-04-30"), "Planned"),
        (line("2024-11-13"), "All fixes, no end date"),
        (line("2025-04-02", None, "2028-04-30"), "Security fixes"),
    ],
)
def test_a_line_says_in_words_what_it_gets(given: Line, words: str) -> None:
    assert charts.status(given, TODAY) == words


def test_the_last_day_of_support_is_still_supported() -> None:
    given = line("2023-04-03", "2023-12-04", "2026-11-22")
    assert charts.status(given, TODAY) == "Security fixes"


def test_dates_are_shown_by_month_because_they_are_announced_by_month() -> None:
    assert charts.month(date(2027, 4, 30)) == "April 2027"
    assert charts.month(None) == "No date"


def test_a_line_whose_dates_run_backwards_is_refused() -> None:
    with pytest.raises(ValidationError, match="run backwards"):
        line("2026-08-05", "2025-01-01", "2027-12-31")


def test_dates_that_run_backwards_are_named_with_their_line(tmp_path: Path, small: str) -> None:
    backwards = (
        "     tagline: Batteries included., lines: [{version: '6.1', released: 2026-08-05,\n"
        "       security_until: 2025-01-01, note: Wrong., source: 'https://django.example/'}]}"
    )
    file = tmp_path / "comparison.yml"
    file.write_text(small.replace("     tagline: Batteries included.}", backwards), "utf-8")
    with pytest.raises(BadDataError, match=r"comparison.yml:\d+: .*run backwards"):
        load.read(file)


def test_without_lines_there_is_no_empty_chart(small_ledger: Ledger) -> None:
    with pytest.raises(charts.NoLinesError, match="lines:"):
        charts.support_timeline(View(small_ledger))


def test_every_line_of_the_data_stands_in_the_picture_and_in_the_table(
    chart: str, ledger: Ledger
) -> None:
    for framework in ledger.comparison.frameworks:
        for each in framework.lines:
            assert f"{framework.name} {each.version} <tspan>" in chart
            assert f'href="{each.source}"' in chart


def test_every_framework_has_a_line_that_is_supported_today(ledger: Ledger) -> None:
    for framework in ledger.comparison.frameworks:
        states = {charts.status(each, TODAY) for each in framework.lines}
        assert states & {"All fixes", "All fixes, no end date"}, framework.name


def test_the_compared_version_belongs_to_a_line_that_gets_all_fixes(ledger: Ledger) -> None:
    for framework in ledger.comparison.frameworks:
        own = [e for e in framework.lines if framework.version.startswith(f"{e.version}.")]
        assert [charts.status(each, TODAY)[:9] for each in own] == ["All fixes"], framework.name


def test_the_picture_has_words_for_those_who_do_not_see_it(picture: ElementTree.Element) -> None:
    title = picture.find("title")
    assert title is not None
    assert title.text
    assert picture.get("aria-labelledby") == title.get("id")
    assert "Django 6.1: until December 2027" in title.text
    assert "Flask 3.1: until its successor" in title.text


def test_nothing_is_drawn_outside_the_picture(picture: ElementTree.Element) -> None:
    for bar in picture.iter("rect"):
        left, wide = (float(str(bar.get(key)).rstrip("%")) for key in ("x", "width"))
        assert 0 <= left <= left + wide <= 100.1


def test_words_have_room_on_their_side_in_a_narrow_picture(picture: ElementTree.Element) -> None:
    for label in picture.iterfind(".//g/svg"):
        across, words = float(str(label.get("x")).rstrip("%")), label.find("text")
        assert words is not None
        to_the_left = words.get("text-anchor") == "end"
        fits = across >= charts.REACH if to_the_left else across < charts.ROOM
        assert fits, "".join(words.itertext())


def test_colors_come_from_the_style_sheet_alone(chart: str) -> None:
    assert not re.search(r"style=|fill=|stroke=|#[0-9a-f]{3,6}\b", chart)
    sheet = STYLES.read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", sheet)
    assert "var(--td-" in sheet


def test_the_same_data_gives_the_same_bytes(ledger: Ledger) -> None:
    view = View(replace(ledger, today=TODAY))
    assert charts.support_timeline(view) == charts.support_timeline(view)
