"""The schema that editors use is the one that the model generates."""

from __future__ import annotations

import json
import re

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


def test_an_editor_has_words_to_show_for_every_key() -> None:
    found = json.loads(schema.text())
    records = {"the file": found, **found["$defs"]}
    named = [
        (record, key, about.get("description", ""))
        for record, parts in records.items()
        for key, about in parts.get("properties", {}).items()
    ]
    assert len(named) > 40
    assert [(record, key) for record, key, words in named if len(words) < 10] == []


def test_the_words_for_a_cell_are_those_of_the_recipe() -> None:
    recipe = (DATA.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    cell = json.loads(schema.text())["$defs"]["Cell"]["properties"]
    table = recipe.partition("### What the keys of a cell mean")[2].partition("\n## ")[0]
    told = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"(?m)^\| (.+?) \|", table))))
    assert told == set(cell)
