"""The search's words and places take few characters, and none that JSON would escape."""

from __future__ import annotations

import pytest

from builder import search_packing


def test_a_word_is_told_by_what_it_shares_with_the_one_before() -> None:
    assert search_packing.words(["rate", "rated", "ratio", "zip"]) == "ArateEdDioAzip"


def test_a_word_shares_no_more_than_a_capital_can_tell() -> None:
    long = "x" * 30
    assert search_packing.words([long, f"{long}y"]) == f"A{long}Z{'x' * 5}y"


@pytest.mark.parametrize(
    ("places", "packed"),
    [
        ([0], "#"),
        ([0, 1, 2], "###"),
        ([56], "["),
        ([57], "]#"),
        ([90], "~#"),
        ([91, 92], "]$#"),
        ([57 + 34 * 57], "]]#"),
    ],
)
def test_a_gap_takes_one_character_more_when_it_is_too_wide(places: list[int], packed: str) -> None:
    assert search_packing.places(places) == packed


def test_an_anchor_made_of_its_title_is_told_by_its_joint() -> None:
    assert search_packing.anchor("rate-limits-a-day", "Rate limits: a day") == "-"
    assert search_packing.anchor("rate_limits", "Rate limits") == "_"
    assert search_packing.anchor("limits", "Rate limits") == "limits"
    assert search_packing.anchor("", "Rate limits") == ""
