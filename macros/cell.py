"""What a cell is: the answer of one framework to one row, with what proves it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from macros.fields import Identifier, Record, Sentence, Short, Url, Version
from macros.levels import State, Support


class Checked(Record):
    """When and how a quotation was checked where no source archive carries the text."""

    day: date = Field(description="The day on which the words were there.")
    how: Sentence = Field(description="How they were looked up.")


class Quote(Record):
    """Exact words of the official documentation, and where they stand.

    ``archive`` is ``distribution/path`` inside the source archive of the pinned version,
    for example ``django/docs/internals/release-process.txt``.
    """

    url: Url = Field(description="The page of the official documentation.")
    words: Annotated[str, Field(min_length=12, max_length=400)] = Field(
        description="The exact words, as they stand there."
    )
    archive: str | None = Field(
        default=None,
        description="The file in the source archive of the version: distribution/path.",
    )
    checked: Checked | None = Field(
        default=None, description="When and how, where no archive has the page."
    )

    @model_validator(mode="after")
    def _says_where_it_was_checked(self) -> Self:
        if (self.archive is None) == (self.checked is None):
            raise ValueError(
                "a quote says either archive or checked; expected exactly one of them; "
                "name the file in the source archive, or say when and how it was checked"
            )
        return self


_EVIDENCE_KEYS = ("observed", "measured", "quote", "judged", "unknown")


class Cell(Record):
    """The answer of one framework to one row, with exactly one kind of evidence."""

    support: Support = Field(
        description="built_in, official (separate package of the same project), third_party (needs "
        "package), partial (needs note), none, fact (a property, not a feature), unknown (needs "
        "unknown: the reason)."
    )
    answer: Short = Field(description="2 to 8 words that stand alone in a table.")
    docs: Url = Field(description="The page of the official documentation that answers.")
    note: Sentence | None = Field(
        default=None,
        description="One or two sentences: what follows for the reader. Inline Markdown.",
    )
    package: Short | None = Field(
        default=None, description="The distribution that gives the answer."
    )
    since: Version | None = Field(
        default=None, description="The first version with this answer, quoted."
    )
    until: Version | None = Field(
        default=None, description="The last version with this answer, quoted."
    )
    changed: Sentence | None = Field(
        default=None,
        description="What an earlier version answered otherwise, where since does not say it.",
    )
    observed: Annotated[str, Field(min_length=1, max_length=120)] | None = Field(
        default=None, description="What the probe must return, to the letter."
    )
    measured: Identifier | None = Field(
        default=None, description="Instead of observed: the id of a measurement."
    )
    quote: Quote | None = Field(
        default=None, description="Instead of observed: words of the official documentation."
    )
    judged: Sentence | None = Field(
        default=None, description="Instead of observed: an opinion, with its reasons."
    )
    unknown: Sentence | None = Field(
        default=None, description="Instead of observed: why nobody knows."
    )

    @model_validator(mode="before")
    @classmethod
    def _speaks_strings(cls, data: Any) -> Any:
        if isinstance(data, dict):
            for key in ("observed", "since", "until", "answer"):
                if isinstance(data.get(key), int | float | bool):
                    raise ValueError(
                        f'{key} is not text; expected text; put it in quotes: {key}: "200"'
                    )
        return data

    @model_validator(mode="after")
    def _has_one_kind_of_evidence(self) -> Self:
        given = [key for key in _EVIDENCE_KEYS if getattr(self, key) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            raise ValueError(
                f"found {found} as evidence; expected exactly one of {', '.join(_EVIDENCE_KEYS)}; "
                "keep the strongest and delete the others"
            )
        return self

    @model_validator(mode="after")
    def _keeps_the_promises_of_its_level(self) -> Self:
        if self.support is Support.PARTIAL and not self.note:
            raise ValueError(
                "partial needs a note; expected a sentence under note; say what is missing"
            )
        if self.support is Support.THIRD_PARTY and not self.package:
            raise ValueError(
                "third_party needs a package; expected a name under package; "
                "name the distribution to install"
            )
        if (self.support is Support.UNKNOWN) != (self.unknown is not None):
            raise ValueError(
                "support unknown and the key unknown go together; expected both or neither; "
                "give the reason under unknown"
            )
        return self

    @property
    def claimed_state(self) -> State:
        """Return the state that the cell claims, before any record is consulted."""
        if self.observed is not None:
            return State.PROVED
        if self.measured is not None:
            return State.MEASURED
        if self.quote is not None:
            return State.QUOTED
        return State.JUDGED if self.judged is not None else State.UNKNOWN
