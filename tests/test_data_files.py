"""What programs read: complete, as its schemas say, and harmless to open."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from builder import schema
from builder.export.badge import svg, width
from builder.export.model import VERSION
from builder.export.spreadsheet import COLUMNS, harmless
from macros.ledger import Ledger
from tests.site_tools import ROOT, SITE_URL, built_site
from tests.visits import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EXAMPLES = ROOT / "docs" / "data" / "examples"


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of the published files."""
    return built_site() / "data" / "v1"


@pytest.fixture(scope="session")
def whole(data: Path) -> dict[str, Any]:
    """Return everything as one document."""
    read: dict[str, Any] = json.loads((data / "comparison.json").read_bytes())
    return read


def built_in(whole: dict[str, Any], framework: str) -> int:
    """Return how many rows a framework answers out of the box."""
    cells = [row["cells"][framework] for row in whole["rows"]]
    return sum(cell["support"] == "built_in" for cell in cells)


def expected_lines(whole: dict[str, Any]) -> list[str]:
    """Return what the examples must print."""
    return [
        f"{each['id']} {each['version']} {built_in(whole, each['id'])}"
        for each in whole["frameworks"]
    ]


def test_every_row_and_every_cell_is_there(whole: dict[str, Any], ledger: Ledger) -> None:
    assert [row["id"] for row in whole["rows"]] == [row.id for row in ledger.comparison.rows]
    for row, framework, cell in ledger.cells():
        (found,) = (each for each in whole["rows"] if each["id"] == row.id)
        assert found["cells"][framework.id]["answer"] == cell.answer
        assert found["cells"][framework.id]["support"] == cell.support


def test_the_edition_says_versions_day_and_license(whole: dict[str, Any]) -> None:
    edition = whole["edition"]
    assert edition["schema_version"] == VERSION
    assert edition["license"] == "CC-BY-4.0"
    assert edition["source"] == SITE_URL
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", edition["date"])
    assert re.fullmatch(r"[0-9a-f]{40}", edition.get("commit", "0" * 40))


@pytest.mark.parametrize("file", sorted(schema.PROMISES.glob("*.json")), ids=lambda f: f.stem)
def test_today_is_valid_by_every_schema_ever_published(file: Path, whole: dict[str, Any]) -> None:
    published = json.loads(file.read_text(encoding="utf-8"))
    assert list(Draft202012Validator(published).iter_errors(whole)) == []


def test_a_changed_schema_needs_a_new_version() -> None:
    assert schema.PROMISE.read_text(encoding="utf-8") == schema.promise(), (
        "raise VERSION in builder/export/model.py, run `make schema`, and add the version to "
        "docs/data/stability.md"
    )


def test_the_page_of_stability_begins_with_the_present_version() -> None:
    page = (ROOT / "docs" / "data" / "stability.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^### (.*)$", page)[0] == VERSION


def test_a_removed_key_breaks_the_promise(whole: dict[str, Any]) -> None:
    rows = [{key: row[key] for key in row if key != "title"} for row in whole["rows"]]
    validator = Draft202012Validator(json.loads(schema.PROMISE.read_text(encoding="utf-8")))
    assert not validator.is_valid({**whole, "rows": rows})


def test_each_row_has_a_file_of_its_own(data: Path, whole: dict[str, Any]) -> None:
    validator = Draft202012Validator(json.loads((data / "schema" / "row.json").read_bytes()))
    for row in whole["rows"]:
        found = json.loads((data / "rows" / f"{row['id']}.json").read_bytes())
        assert found["row"] == row
        assert validator.is_valid(found)


def test_the_record_of_each_probe_is_there_as_it_was_written(data: Path) -> None:
    for record in (ROOT / "data" / "evidence").glob("[a-z]*.json"):
        assert (data / "evidence" / record.name).read_bytes() == record.read_bytes()


def test_the_openapi_description_is_valid_and_names_every_file(data: Path) -> None:
    description = json.loads((data / "openapi.json").read_bytes())
    validate(description)
    patterns = [re.sub(r"\{\w+\}", "[^/]+", path) for path in description["paths"]]
    files = {f"/{file.relative_to(data).as_posix()}" for file in data.rglob("*") if file.is_file()}
    files -= {"/openapi.json", *(name for name in files if name.startswith("/evidence/history/"))}
    assert [name for name in files if not any(re.fullmatch(p, name) for p in patterns)] == []
    empty = [p for p in patterns if not any(re.fullmatch(p, name) for name in files)]
    assert empty in ([], ["/measurements/[^/]+.json"])


def test_the_page_names_every_kind_of_file(data: Path) -> None:
    page = (ROOT / "docs" / "data" / "index.md").read_text(encoding="utf-8")
    paths = json.loads((data / "openapi.json").read_bytes())["paths"]
    assert [path for path in paths if f"`{path[1:]}`" not in page] == []


def test_the_table_holds_each_cell_and_opens_as_utf8_in_a_spreadsheet(
    data: Path, whole: dict[str, Any]
) -> None:
    raw = (data / "comparison.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == len(whole["rows"]) * len(whole["frameworks"]) + 1
    lines = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert tuple(lines[0]) == COLUMNS
    told = {(line["row"], line["framework"]): line["answer"].removeprefix("'") for line in lines}
    assert told == {
        (row["id"], framework): cell["answer"].removeprefix("'")
        for row in whole["rows"]
        for framework, cell in row["cells"].items()
    }


FORMULAS = [
    '=HYPERLINK("https://x")',
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    " =1",
    "\n=1",
    "\uff1d1",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_value_is_taken_for_a_formula(formula: str) -> None:
    assert harmless(formula) == f"'{formula}"
    assert harmless(f"text {formula}") == f"text {formula}"


def test_the_committed_data_holds_no_formula(data: Path) -> None:
    text = (data / "comparison.csv").read_text(encoding="utf-8-sig")
    values = [value for line in csv.reader(io.StringIO(text, newline="")) for value in line]
    assert [value for value in values if value.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_the_python_example_prints_the_counts(whole: dict[str, Any]) -> None:
    with served(built_site()) as home:
        told = subprocess.run(
            [sys.executable, EXAMPLES / "count.py", home],
            capture_output=True,
            text=True,
            check=True,
        )
    assert told.stdout.splitlines() == expected_lines(whole)


@pytest.mark.browser
def test_the_javascript_example_prints_the_counts(browser: Browser, whole: dict[str, Any]) -> None:
    code = (EXAMPLES / "count.mjs").read_text(encoding="utf-8")
    default = "https://test-drive-docs.github.io/test-drive/"
    assert code.count(default) == 1
    with served(built_site()) as home:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda told: said.append(told.text) if told.type == "log" else None)
        page.goto(home, wait_until="load")
        page.evaluate(f"(async () => {{{code.replace(default, home)}}})()")
        page.close()
    assert said == expected_lines(whole)


@pytest.mark.skipif(shutil.which("node") is None, reason="the browser runs the same file")
def test_the_javascript_example_runs_in_node_too(whole: dict[str, Any]) -> None:
    with served(built_site()) as home:
        told = subprocess.run(
            ["node", EXAMPLES / "count.mjs", home], capture_output=True, text=True, check=True
        )
    assert told.stdout.splitlines() == expected_lines(whole)


def test_the_formula_of_the_page_counts_the_right_columns(data: Path) -> None:
    first, second = (EXAMPLES / "count.txt").read_text(encoding="utf-8").splitlines()
    address = re.fullmatch(r'=IMPORTDATA\("(.*)"\)', first)
    assert address is not None
    assert address[1].endswith("/data/v1/comparison.csv")
    conditions = re.findall(r'([A-Z]):\1,"(\w+)"', second)
    columns = {COLUMNS[ord(letter) - ord("A")]: value for letter, value in conditions}
    assert columns == {"framework": "django", "support": "built_in"}
    free = ord("T") - ord("A")
    assert len(COLUMNS) < free


@pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ,
    reason="no LibreOffice; make system-packages FOR=office brings it, and CI must have it",
)
def test_libreoffice_opens_the_table_and_counts(
    data: Path, whole: dict[str, Any], tmp_path: Path
) -> None:
    lines = (data / "comparison.csv").read_bytes().split(b"\r\n")
    formula = (EXAMPLES / "count.txt").read_text(encoding="utf-8").splitlines()[1]
    cell = '"' + formula.replace('"', '""') + '"'
    lines[0] += f",,{cell}".encode()
    (tmp_path / "table.csv").write_bytes(b"\r\n".join(lines))
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    # 44 comma, 34 quote, 76 UTF-8; the last "true" evaluates formulas, which needs asking for
    reading = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true"
    convert = [*office, reading, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    subprocess.run([*convert, "--outdir", tmp_path / "out", tmp_path / "table.csv"], check=True)
    text = (tmp_path / "out" / "table.csv").read_text(encoding="utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[0][len(COLUMNS) + 1] == str(built_in(whole, "django"))
    assert len(read) == len(whole["rows"]) * 3 + 1


def test_each_badge_is_a_picture_with_a_name_and_asks_nobody(
    data: Path, whole: dict[str, Any]
) -> None:
    for row in whole["rows"]:
        text = (data / "badges" / f"{row['id']}.svg").read_text(encoding="utf-8")
        root = ElementTree.fromstring(text)
        assert root.get("aria-label", "").startswith(row["title"])
        assert whole["edition"]["date"] in text
        assert re.findall(r"href|url\(|@import|<script|https?://(?!www\.w3\.org)", text) == []
        snippet = (data / "badges" / f"{row['id']}.html.txt").read_text(encoding="utf-8")
        assert whole["edition"]["date"] in snippet
        assert re.findall(r"<script|<img|<link|<style|<[^>]*\b(?:src|on\w+)=", snippet) == []


@pytest.mark.browser
def test_the_text_of_every_badge_fits_and_fills_it(browser: Browser, data: Path) -> None:
    page = browser.new_page()
    page.set_content("".join(file.read_text("utf-8") for file in sorted(data.glob("badges/*.svg"))))
    ratios = page.evaluate(
        """() => [...document.querySelectorAll("svg")].map((svg) => Math.max(
          ...[...svg.querySelectorAll("text")].map((text) => {
            const box = text.getBBox();
            return (box.x + box.width) / svg.width.baseVal.value;
          })))"""
    )
    page.close()
    assert max(ratios) < 1
    assert min(ratios) > 0.75


def test_a_badge_escapes_and_makes_room_for_wide_characters(small_ledger: Ledger) -> None:
    row = small_ledger.comparison.rows[0].model_copy(update={"title": '<b>"漢字"</b>&\x07'})
    text = svg(row, small_ledger.comparison.frameworks, small_ledger.today)
    assert "&lt;b&gt;&quot;漢字&quot;&lt;/b&gt;&amp;\ufffd</text>" in text
    ElementTree.fromstring(text)
    assert width("漢字") == 24
