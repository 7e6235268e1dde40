"""What a newcomer meets first: forms, editor support, the files that a project must have."""

from __future__ import annotations

import json
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from macros.ledger import Ledger
from macros.load import ROOT
from macros.proofs import framework_proofs
from macros.view import View

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
REPOSITORY = "https://code.example/us/it"


def read_yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def fields(form: Any) -> dict[str, Any]:
    return {field["id"]: field for field in form["body"] if field["type"] != "markdown"}


class Links(HTMLParser):
    """Collects the addresses of links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append(dict(attrs).get("href") or "")


def report_links(ledger: Ledger, group: str) -> list[dict[str, str]]:
    reader = Links()
    for framework in ledger.comparison.frameworks:
        reader.feed(framework_proofs(View(ledger), group, framework.id, {}, REPOSITORY))
    asked = [link for link in reader.found if "/issues/new?" in link]
    return [{key: each[0] for key, each in parse_qs(urlsplit(a).query).items()} for a in asked]


def test_the_link_of_each_cell_fills_the_form_in(ledger: Ledger) -> None:
    form = read_yaml(".github/ISSUE_TEMPLATE/wrong-cell.yml")
    links = report_links(ledger, "security")
    assert len(links) == len(ledger.comparison.rows_of("security")) * 3
    for link in links:
        assert link.pop("template") == "wrong-cell.yml"
        assert set(link) - {"title"} <= set(fields(form))
    assert {
        "title": "Wrong: csrf_protection, django",
        "cell": "csrf_protection, django",
        "versions": "Django 6.1.3",
        "state": "proved",
    } in links


def test_the_fields_that_a_link_fills_are_of_a_kind_that_can_be_filled() -> None:
    form = fields(read_yaml(".github/ISSUE_TEMPLATE/wrong-cell.yml"))
    assert {form[key]["type"] for key in ("cell", "versions", "state")} == {"input"}


@pytest.mark.parametrize("file", [f for f in FORMS if f.stem != "config"], ids=lambda f: f.stem)
def test_a_form_has_what_github_asks_of_one(file: Path) -> None:
    form = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert set(form) == {"name", "description", "title", "body"}
    assert all(field["attributes"]["label"] for field in form["body"])
    assert len(fields(form)) == len(form["body"])
    assert any(field.get("validations", {}).get("required") for field in form["body"])


def test_there_is_a_form_for_each_of_the_four_reasons() -> None:
    names = {yaml.safe_load(file.read_text(encoding="utf-8")).get("name") for file in FORMS}
    assert names - {None} == {
        "This cell is wrong",
        "A row is missing",
        "A page confuses me",
        "Add a framework",
    }


def test_a_pull_request_asks_for_conflicts_of_interest_and_nobody_owns_files() -> None:
    text = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    assert "Conflict of interest" in text
    assert not list(ROOT.glob("**/CODEOWNERS"))


def test_editors_know_the_schema_of_the_data_and_complete_its_keys() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    schemas = settings["yaml.schemas"]
    (ours,) = [key for key, files in schemas.items() if files == "data/comparison.yml"]
    schema = json.loads((ROOT / ours).read_text(encoding="utf-8"))
    cell = schema["$defs"]["Cell"]["properties"]
    assert {"support", "answer", "observed", "quote"} <= set(cell)
    first = (ROOT / "data" / "comparison.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={Path(ours).name}"


def test_pre_commit_runs_targets_that_exist() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", make_files()))
    hooks = read_yaml(".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert {hook["entry"].removeprefix("make ") for hook in hooks} <= targets


def make_files() -> str:
    files = [ROOT / "Makefile", *ROOT.glob("*/*.mk")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_the_citation_names_the_project_as_the_site_does() -> None:
    cited, config = read_yaml("CITATION.cff"), (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert cited["url"] in config
    assert cited["repository-code"] in config
    assert cited["version"] == project["version"]
    assert " AND ".join(cited["license"]) == project["license"]


@pytest.mark.parametrize("name", ["SECURITY.md", "CODE_OF_CONDUCT.md", "CITATION.cff", "LICENSE"])
def test_what_a_project_must_have_is_there(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8")) > 400
