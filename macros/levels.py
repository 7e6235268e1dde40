"""The words of the house: levels of support and states of proof, each with its symbol."""

from __future__ import annotations

from enum import StrEnum


class Support(StrEnum):
    """How a framework answers a row, from "it is there" to "nobody knows"."""

    BUILT_IN = "built_in"
    OFFICIAL = "official"
    THIRD_PARTY = "third_party"
    PARTIAL = "partial"
    NONE = "none"
    FACT = "fact"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """Return the word that readers see beside the symbol."""
        return _SUPPORT_WORDS[self][1]

    @property
    def symbol(self) -> str:
        """Return the one-character symbol; it always stands beside the word."""
        return _SUPPORT_WORDS[self][0]

    @property
    def meaning(self) -> str:
        """Return the sentence that the legend prints."""
        return _SUPPORT_WORDS[self][2]


_SUPPORT_WORDS = {
    Support.BUILT_IN: ("✓", "Built in", "Comes with the framework's own package."),
    Support.OFFICIAL: ("✚", "Official add-on", "A separate package by the same project or author."),
    Support.THIRD_PARTY: ("◇", "Third party", "A named package by others does it."),
    Support.PARTIAL: ("◐", "Partly", "Only under the conditions that the note names."),
    Support.NONE: ("✗", "You write it", "Nothing ships with it; the code is yours."),
    Support.FACT: ("•", "Fact", "A property to know, not a feature to have."),
    Support.UNKNOWN: ("?", "Unknown", "Not found out yet; the reason is given."),
}


class State(StrEnum):
    """How far a cell can be trusted, computed from the cell and its record."""

    PROVED = "proved"
    MEASURED = "measured"
    QUOTED = "quoted"
    JUDGED = "judged"
    UNKNOWN = "unknown"
    DISAGREES = "disagrees"
    STALE = "stale"

    @property
    def word(self) -> str:
        """Return the word that readers see beside the symbol."""
        return self.value.capitalize()

    @property
    def symbol(self) -> str:
        """Return the one-character symbol; it always stands beside the word."""
        return _STATES[self][0]

    @property
    def meaning(self) -> str:
        """Return the sentence that the legend prints."""
        return _STATES[self][1]


_STATES = {
    State.PROVED: ("●", "A probe ran against the installed framework and saw the answer."),
    State.MEASURED: ("▲", "A benchmark of this repository measured the answer."),
    State.QUOTED: ("❝", "The official documentation says so, word for word."),
    State.JUDGED: ("◌", "An opinion, with its reasons."),
    State.UNKNOWN: ("?", "Nobody found out yet; the reason is given."),
    State.DISAGREES: ("≠", "Claim and record differ; both are shown."),
    State.STALE: ("◷", "The record is older than 90 days, or a newer release is known."),
}
