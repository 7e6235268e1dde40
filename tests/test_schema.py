"""The schema that editors use is the one that the model generates."""

from __future__ import annotations

import json

from builder import schema
from macros.load import DATA


def test_the_committed_schema_is_current() -> None:
    assert schema.SCHEMA.read_text(encoding="utf-8") == schema.text(), "run `make schema`"


def test_the_first_line_of_the_data_names_the_schema() -> None:
    first = DATA.read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=comparison.schema.json"


def test_the_schema_knows_the_levels() -> None:
    text = json.loads(schema.text())
    assert "third_party" in text["$defs"]["Support"]["enum"]
