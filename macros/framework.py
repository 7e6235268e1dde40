"""What a compared framework is, and what a line of its releases."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from macros.fields import Identifier, Record, Sentence, Short, Url, Version


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
