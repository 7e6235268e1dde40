"""The broken budgets, read from the record that the tests of the budgets leave."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from macros.problems import BadDataError

_SAID = re.compile(r"^E   (.*)$", re.MULTILINE)
_OWN = "AssertionError:"
_MOST, _LONGEST = 999, 500  # lines, and characters of one; a report takes hardly more


def broken(record: str) -> list[str]:
    """Return what each failed test of a JUnit record names, a line for each broken budget.

    Raises BadDataError where a test ended in anything but its own words: then nobody knows.
    """
    cases = list(ElementTree.fromstring(record).iter("testcase"))
    lines = [line for case in cases for told in case for line in _named(case, told)]
    if not cases:
        raise BadDataError(["artifacts/budgets.xml:1: no test ran; expected those of the budgets"])
    found = [line[:_LONGEST] for line in dict.fromkeys(lines)]
    more = len(found) - _MOST
    return found if more <= 0 else [*found[:_MOST], f"and {more} more"]


def _named(case: ElementTree.Element, told: ElementTree.Element) -> list[str]:
    if told.tag not in ("failure", "error"):
        return []
    # The text, because the attribute "message" holds the first lines alone.
    said = [line.strip() for line in _SAID.findall(told.text or "")]
    if told.tag == "error" or not said or not said[0].startswith(_OWN):
        name, first = case.get("name", "a test"), said[0] if said else told.get("message", "")
        raise BadDataError([f"{name}: not measured: {first}; mend it and run make budgets again"])
    words = [said[0].removeprefix(_OWN).strip(), *said[1:]]
    ends = next((n for n, line in enumerate(words) if line.startswith("assert ")), len(words))
    return [line for line in words[:ends] if line]
