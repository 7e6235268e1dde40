"""The only schema: what the data file holds, its groups and rows; framework and cell beside it.

Every other module speaks in these records. A record refuses keys it does not know and
says in words what was expected, because the people who read its messages edit YAML.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Self, TypeVar

from pydantic import Field, model_validator

from macros.cell import Cell
from macros.fields import Identifier, Record, Sentence, Short
from macros.framework import Framework

_T = TypeVar("_T")


class Group(Record):
    """A chapter of the comparison."""

    id: Identifier = Field(description="The word by which rows name it, and its address.")
    title: Short = Field(description="Its title on the pages.")
    summary: Sentence = Field(description="One sentence: what its rows ask.")


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
