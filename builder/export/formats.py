"""The JSON Schemas of the published files, and the OpenAPI description of their addresses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import models_json_schema

from builder.export.model import VERSION, OneRow, Published, Whole
from macros.evidence import Evidence

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_JSON, _SVG, _CSV = "application/json", "image/svg+xml", "text/csv"
_ATOM, _TEXT = "application/atom+xml", "text/plain"
_ID = r"^[a-z][a-z0-9_]*$"


def schema(kind: type[Published]) -> dict[str, Any]:
    """Return the JSON Schema of one kind of file."""
    return {"$schema": DIALECT, "$comment": f"Version {VERSION}", **kind.model_json_schema()}


def openapi(site_url: str, compared: str) -> dict[str, Any]:
    """Return the description of all files below `/data/v1/`; ``compared`` names what they hold."""
    _, definitions = models_json_schema(
        [(Whole, "validation"), (OneRow, "validation"), (Evidence, "validation")],
        ref_template="#/components/schemas/{model}",
    )
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": "Test Drive: the data",
            "version": VERSION,
            "summary": f"{compared} compared, every claim proved.",
            "description": "Static files: only GET, no key, no limit of ours, no parameter.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": f"{site_url}data/v1"}],
        "paths": dict(_paths()),
        "components": {"schemas": definitions["$defs"]},
    }


def _paths() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "/comparison.json", _get("wholeComparison", "Everything", _JSON, "Whole")
    yield "/comparison.csv", _get("spreadsheet", "Everything, a line a cell", _CSV)
    yield "/rows/{row}.json", _get("oneRow", "One row", _JSON, "OneRow", "row")
    yield "/evidence/{row}.json", _get("evidence", "What a probe saw", _JSON, "Evidence", "row")
    yield "/measurements/index.json", _get("measurements", "Names of the records", _JSON)
    yield (
        "/measurements/{name}.json",
        _get("measurement", "One benchmark record", _JSON, None, "name"),
    )
    yield "/badges/{row}.svg", _get("badge", "A picture of a row", _SVG, None, "row")
    yield (
        "/badges/{row}.html.txt",
        _get("snippet", "A row to paste into a page", _TEXT, None, "row"),
    )
    yield "/feeds/all.atom", _get("changes", "Changed verdicts", _ATOM)
    yield (
        "/feeds/{framework}.atom",
        _get("changesOfOne", "Changed verdicts of one framework", _ATOM, None, "framework"),
    )
    yield "/schema/comparison.json", _get("wholeSchema", "JSON Schema of the whole", _JSON)
    yield "/schema/row.json", _get("rowSchema", "JSON Schema of one row", _JSON)


def _get(
    operation: str, summary: str, kind: str, model: str | None = None, parameter: str | None = None
) -> dict[str, Any]:
    content = {"schema": {"$ref": f"#/components/schemas/{model}"}} if model else {}
    answers: dict[str, Any] = {"200": {"description": summary, "content": {kind: content}}}
    described: dict[str, Any] = {"operationId": operation, "summary": summary, "responses": answers}
    if parameter:
        answers["404"] = {"description": f"There is no {parameter} of that name."}
        described["parameters"] = [_in_path(parameter)]
    return {"get": described}


def _in_path(name: str) -> dict[str, Any]:
    pattern = {} if name == "name" else {"pattern": _ID}
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", **pattern}}


def text(value: dict[str, Any]) -> str:
    """Return ``value`` as it stands in a file."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
