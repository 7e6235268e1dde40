"""The published records: what `/data/v1/` promises to its readers.

They differ from the records of `macros.model` on purpose. Those may change with the data
file; these change by the rules of docs/data/stability.md, and `VERSION` changes with them.
A key without a value is left out. Readers must ignore keys that they do not know.
"""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict, Field

VERSION = "1.0.0"
LICENSE = "CC-BY-4.0"


class Published(BaseModel):
    """Base of every published record; unknown keys are allowed, which lets minor versions add."""

    model_config = ConfigDict(frozen=True)


class Release(Published):
    """One compared framework and the version that every cell of it speaks of."""

    id: str
    name: str
    version: str
    released: datetime.date
    license: str
    package: str = Field(description="Its name on the package index.")
    home: str
    docs: str
    repository: str


class Chapter(Published):
    """A group of rows."""

    id: str
    title: str
    summary: str
    page: str = Field(description="The address of its page.")


class Proof(Published):
    """Why a cell says what it says; which keys are there depends on `kind`."""

    kind: str = Field(description="proved, measured, quoted, judged or unknown")
    claimed: str | None = Field(default=None, description="proved: what the probe has to see")
    observed: str | None = Field(default=None, description="proved: what it saw")
    experiment: str | None = Field(default=None, description="proved: what the probe does")
    versions: dict[str, str] | None = Field(default=None, description="proved: what was installed")
    repeat: str | None = Field(default=None, description="proved: the command that repeats it")
    measurement: str | None = Field(default=None, description="measured: the name of the record")
    url: str | None = Field(default=None, description="quoted: where the words stand")
    words: str | None = Field(default=None, description="quoted: the words, exactly")
    archive: str | None = Field(
        default=None, description="quoted: their file in the source archive"
    )
    checked: datetime.date | None = Field(
        default=None, description="quoted: the day that somebody looked"
    )
    reason: str | None = Field(
        default=None, description="judged and unknown: why, as inline Markdown"
    )


class Answer(Published):
    """The answer of one framework to one row."""

    support: str = Field(
        description="built_in, official, third_party, partial, none, fact or unknown"
    )
    answer: str = Field(description="A few words that stand alone.")
    state: str = Field(
        description="proved, measured, quoted, judged, unknown, disagrees or stale: how far the "
        "answer can be trusted on the day of this file"
    )
    note: str | None = Field(
        default=None, description="What follows for the reader, as inline Markdown."
    )
    package: str | None = Field(default=None, description="The distribution that gives the answer.")
    since: str | None = Field(default=None, description="The version that brought the answer.")
    until: str | None = Field(default=None, description="The last version of which it is true.")
    docs: str = Field(description="The page of the official documentation.")
    page: str = Field(description="The address of the proof.")
    proof: Proof


class Question(Published):
    """One row: a question, answered by each framework."""

    id: str
    group: str
    title: str
    question: str
    aliases: tuple[str, ...] = ()
    page: str = Field(description="The address of the row.")
    cells: dict[str, Answer] = Field(description="By the id of the framework.")


class Edition(Published):
    """What every file says of itself."""

    schema_version: str = Field(description="Semantic version of this format.")
    license: str
    source: str = Field(description="The address of the site.")
    commit: str | None = Field(
        None, description="The commit of the data; left out where it was changed since."
    )
    date: datetime.date = Field(description="The day for which the states were computed.")
    last_run: datetime.date | None = Field(
        default=None, description="The last full run of the probes."
    )


class Whole(Published):
    """`comparison.json`: everything."""

    edition: Edition
    frameworks: tuple[Release, ...]
    groups: tuple[Chapter, ...]
    rows: tuple[Question, ...]


class OneRow(Published):
    """`rows/<id>.json`: one row, with the versions that it speaks of."""

    edition: Edition
    versions: dict[str, str]
    row: Question
