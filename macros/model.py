"""The only schema: what a framework, a group, a row, a cell and a proof are.

Every other module speaks in these records. A record refuses keys it does not know and
says in words what was expected, because the people who read its messages edit YAML.
"""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Any, Self, TypeVar

from pydantic import Field, model_validator

from macros.fields import Identifier, Record, Sentence, Short, Url, Version
from macros.levels import State, Support

_T = TypeVar("_T")


class Line(Record):
    """A line of releases and how long it is looked after.

    Where only a month is announced, the day is the first of it for a release and the last of
    it for an end; dates are shown by month. An end of None means that no date is promised:
    the line is looked after until its successor is out.
    """

    version: Short = Field(description="The line, such as 5.2 LTS.")
    released: date = Field(description="The day of its first release.")
    mainstream_until: date | None = Field(
        default=None,
        description="The last day with ordinary fixes; none where no date is promised.",
    )
    security_until: date | None = Field(
        default=None,
        description="The last day with security fixes; none where no date is promised.",
    )
    note: Sentence = Field(description="One sentence: what the project promises, and since when.")
    source: Url = Field(description="The page that says so.")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        days = [self.released, self.mainstream_until, self.security_until]
        known = [day for day in days if day is not None]
        if known != sorted(known):
            raise ValueError(
                f"the dates of {self.version} run backwards; expected released, then "
                "mainstream_until, then security_until; correct the one that is wrong"
            )
        return self


class Framework(Record):
    """One of the compared frameworks, with the version that every claim is about."""

    id: Identifier = Field(description="The word by which cells, probes and examples name it.")
    name: Short = Field(description="Its name as its project writes it.")
    version: Version = Field(description="The version that every cell speaks of, quoted.")
    released: date = Field(description="The day of that version.")
    license: Short = Field(description="Its license, as SPDX writes it.")
    home: Url = Field(description="Its home page.")
    docs: Url = Field(description="Its documentation, of that version where possible.")
    repository: Url = Field(description="Where its source is kept.")
    package: Short = Field(description="Its name on the package index.")
    imports: tuple[Short, ...] = Field(
        default=(),
        description="What it and all that it brings are imported as; with it, examples use it.",
    )
    vehicle: Short = Field(description="Its glyph: a bicycle, a car, an electric scooter.")
    tagline: Sentence = Field(description="One sentence that says what it is.")
    lines: tuple[Line, ...] = Field(
        default=(), description="Its lines of releases, the oldest first."
    )

    @model_validator(mode="after")
    def _appeared_with_the_line_that_it_opened(self) -> Self:
        for line in self.lines:
            if self.version == f"{line.version}.0" and line.released != self.released:
                raise ValueError(
                    f"{self.version} was released on {self.released} and its line "
                    f"{line.version} on {line.released}; expected one day, as this release "
                    "opened the line; correct the one that is wrong"
                )
        return self


class Group(Record):
    """A chapter of the comparison."""

    id: Identifier = Field(description="The word by which rows name it, and its address.")
    title: Short = Field(description="Its title on the pages.")
    summary: Sentence = Field(description="One sentence: what its rows ask.")


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


class Row(Record):
    """One question that a chooser would ask, answered by every framework."""

    id: Identifier = Field(
        description="One spelling for the row, its probe, its record and its address."
    )
    group: Identifier = Field(description="The id of its group.")
    title: Short = Field(description="Its title in the tables.")
    question: Annotated[str, Field(min_length=8, max_length=160, pattern=r"\?$")] = Field(
        description="What a chooser would ask; it ends with a question mark."
    )
    aliases: tuple[Short, ...] = Field(
        default=(), description="Other words that readers search for."
    )
    untestable: Sentence | None = Field(
        default=None, description="Why no program can answer, for a row whose cells are quoted."
    )
    cells: dict[Identifier, Cell] = Field(
        description="The answer of each framework, by the framework's id."
    )

    @model_validator(mode="after")
    def _says_why_no_program_answers(self) -> Self:
        quoted = [name for name, cell in self.cells.items() if cell.quote]
        if bool(quoted) != (self.untestable is not None):
            raise ValueError(
                "quote and untestable go together; expected both or neither; say in the row "
                "why no program can answer, or let a probe answer"
            )
        return self


class Comparison(Record):
    """The whole data file: what is compared, in which chapters, row by row."""

    frameworks: Annotated[tuple[Framework, ...], Field(min_length=2)] = Field(
        description="What is compared, in the order of the columns."
    )
    groups: Annotated[tuple[Group, ...], Field(min_length=1)] = Field(
        description="The chapters of the comparison."
    )
    rows: Annotated[tuple[Row, ...], Field(min_length=1)] = Field(
        description="The questions, group by group."
    )

    @cached_property
    def _rows_by_id(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows}

    @cached_property
    def _rows_by_group(self) -> dict[str, tuple[Row, ...]]:
        return {
            group.id: tuple(row for row in self.rows if row.group == group.id)
            for group in self.groups
        }

    def row(self, row_id: str) -> Row:
        """Return the row of that id; raises UnknownNameError, which suggests near misses."""
        return _lookup(self._rows_by_id, row_id, "row")

    def rows_of(self, group_id: str) -> tuple[Row, ...]:
        """Return the rows of a group in the order of the file; raises UnknownNameError."""
        return _lookup(self._rows_by_group, group_id, "group")

    def group(self, group_id: str) -> Group:
        """Return the group of that id; raises UnknownNameError."""
        return _lookup({group.id: group for group in self.groups}, group_id, "group")

    def framework(self, framework_id: str) -> Framework:
        """Return the framework of that id; raises UnknownNameError."""
        return _lookup({f.id: f for f in self.frameworks}, framework_id, "framework")

    def cell(self, row_id: str, framework_id: str) -> Cell:
        """Return one cell; raises UnknownNameError for a row or framework that is not there."""
        return self.row(row_id).cells[self.framework(framework_id).id]


class UnknownNameError(LookupError):
    """A name that the data does not have; its text suggests what may have been meant."""


def _lookup(table: dict[str, _T], name: str, kind: str) -> _T:
    if name in table:
        return table[name]
    near = get_close_matches(name, table, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"there are {len(table)} in the data"
    raise UnknownNameError(f'no {kind} "{name}" in data/comparison.yml; {hint}')
