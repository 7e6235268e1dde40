"""A page about a pitfall prints the numbers that its test asserts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros import pitfalls
from macros.load import ROOT

PAGES = sorted((ROOT / "docs" / "pitfalls").glob("*.md"))
TESTS = sorted((ROOT / "examples" / "pitfalls").glob("test_*.py"))
NUMBERS = json.loads((ROOT / pitfalls.FILE).read_text(encoding="utf-8"))["numbers"]


@pytest.mark.parametrize("name", NUMBERS)
def test_each_number_is_asserted_by_a_test_and_printed_by_a_page(name: str) -> None:
    assert any(f'asserted["{name}"]' in file.read_text("utf-8") for file in TESTS)
    assert any(f'asserted("{name}")' in page.read_text("utf-8") for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_page_types_how_long_something_took(page: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))
    assert not re.findall(r"\b(?:\d+|one|two|three|four|half a|a) seconds?\b", text)


def test_a_number_is_printed_without_needless_digits() -> None:
    assert pitfalls.asserted("seconds_each") == "0.5"
    assert pitfalls.asserted("requests_together") == "4"


def test_an_unknown_number_gets_a_guess() -> None:
    with pytest.raises(LookupError, match='did you mean "seconds_each"'):
        pitfalls.asserted("second_each")
