"""HTML, scripts and addresses hidden in the data come out as text, in pages and in files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
import yaml

from tests.site_tools import built_site, run_builder, small_project, with_data_alone
from tests.visits import Visit, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CALL = "td_attack()"
ATTACKS = (
    f"<script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f'" onmouseover="{CALL}" x="',
    f"' onfocus='{CALL}' autofocus='",
    f"<svg/onload={CALL}>",
    f"[x](javascript:{CALL})",
    f"![x](x){{ onerror={CALL} }}",
    f"x {{ onclick={CALL} }}",
    f"<iframe srcdoc='<script>{CALL}</script>'>",
    f"&lt;script&gt;{CALL}&lt;/script&gt;",
    f"<a href='jAvAsCrIpT:{CALL}'>x</a>",
    f"</title></style><script>{CALL}</script>",
    f"<!--/raw--><script>{CALL}</script>",
    f"-->]]><script>{CALL}</script>",
    f"{{{{ {CALL} }}}}{{% x %}}",
    f"`<script>{CALL}</script>`",
    f"<https://x/{CALL}> <base href=//x>",
    f"=HYPERLINK({CALL})",
    f"\u202e<script>{CALL}</script>",
)
FRAMEWORKS = ("fastapi", "flask", "django")
PAGES = {
    "index.md": "# Home\n\n{{ score() }}\n\n{{ matrix() }}\n",
    "compare.md": '# Compare\n\n{{ group_table("g") }}\n\n{{ group_rows("g") }}\n',
    "evidence.md": '# Evidence\n\n{{ proof_table("g") }}\n',
    "proofs.md": '# Proofs\n\n{{ proofs("g", "fastapi") }}\n\n{{ proofs("g", "flask") }}\n',
    "gaps.md": "# Gaps\n\n{{ gaps() }}\n\n{{ proof_list() }}\n\n{{ group_list() }}\n",
    "claims.md": '# Claims\n\n{{ claim_table() }}\n\n{{ claim_sections("t") }}\n',
    "pair.md": '# Pair\n\n{{ pair_table("fastapi", "django") }}\n\n{{ package_table() }}\n',
    "inline.md": '# Inline\n\n{{ answer("row_0", "django") }} {{ cite("row_2") }}\n',
}


def cell(number: int, attack: str) -> dict[str, object]:
    """Return a cell that carries the attack in every field of its kind of evidence."""
    kinds: list[dict[str, object]] = [
        {"observed": attack},
        {"judged": attack},
        {"quote": {"url": address(attack), "words": f"twelve {attack}", "archive": attack}},
    ]
    common = {"support": "third_party", "package": attack, "answer": attack, "note": attack}
    return {**common, "docs": address(attack), **kinds[number % 3]}


def address(attack: str) -> str:
    """Return a web address with the attack in it."""
    return f"https://x.example/{attack}"


def row(number: int, attack: str) -> dict[str, object]:
    """Return a row that carries the attack everywhere."""
    return {
        "id": f"row_{number}",
        "group": "g",
        "title": attack,
        "question": f"{attack}\n{attack}?",
        "aliases": [attack],
        "untestable": attack,
        "cells": {name: cell(number + n, attack) for n, name in enumerate(FRAMEWORKS)},
    }


def comparison() -> str:
    """Return a data file that is nothing but attacks."""
    attack = ATTACKS[0]
    frameworks = [
        {
            "id": name,
            "name": ATTACKS[n],
            "version": "1.0",
            "released": date(2026, 1, 1),
            "license": attack,
            **dict.fromkeys(("home", "docs", "repository"), address(attack)),
            "package": attack,
            "vehicle": attack,
            "tagline": attack,
        }
        for n, name in enumerate(FRAMEWORKS)
    ]
    groups = [{"id": "g", "title": ATTACKS[2], "summary": ATTACKS[0]}]
    rows = [row(number, each) for number, each in enumerate(ATTACKS)]
    data = {"frameworks": frameworks, "groups": groups, "rows": rows}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def claims() -> str:
    """Return claims that are nothing but attacks."""
    entries = [
        {
            "id": f"claim_{number}",
            "topic": "t",
            "title": attack,
            "quote": attack,
            "source": {"name": attack, "url": address(attack), "about": attack},
            "verdict": "holds",
            "finding": f"At least twenty letters {attack}",
            "proof": ["row_1.django"],
        }
        for number, attack in enumerate(ATTACKS)
    ]
    data = {"topics": [{"id": "t", "title": ATTACKS[0]}], "claims": entries}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def record(number: int, attack: str) -> str:
    """Return a record of a probe that saw the attack."""
    seen = {"observed": attack, "experiment": attack, "versions": {attack: attack}}
    cells = dict.fromkeys(FRAMEWORKS, seen)
    return json.dumps({"row": f"row_{number}", "python": attack, "cells": cells})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that was built from attacks."""
    folder = tmp_path_factory.mktemp("attacks")
    small_project(folder, PAGES)
    with_data_alone(folder, comparison())
    (folder / "data" / "claims.yml").write_text(claims(), encoding="utf-8")
    for number, attack in enumerate(ATTACKS):
        file = folder / "data" / "evidence" / f"row_{number}.json"
        file.write_text(record(number, attack), encoding="utf-8")
    result = run_builder("-m", "builder", "site", root=folder)
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"
    return folder / "site"


class Reader(HTMLParser):
    """Collects what could run: scripts with the call, handlers, addresses, foreign elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = ""
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("iframe", "object", "embed", "base", "frame", "applet", "math"):
            self.found.append(tag)
        for name, value in attrs:
            target = re.sub(r"[\s\x00-\x20]", "", value or "").lower()
            bad = target.startswith(("javascript:", "vbscript:", "data:text"))
            if name.startswith("on") or bad or (name == "src" and target in ("x", "//x")):
                self.found.append(f"{tag} {name}={value}")
        self.silent = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self.silent = ""

    def handle_data(self, data: str) -> None:
        if self.silent and CALL in data:
            self.found.append(f"{self.silent}: {data[:80]}")
        if not self.silent:
            self.text.append(data)


def read(html: str) -> Reader:
    """Return what a page holds."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_the_reader_of_these_tests_finds_what_could_run() -> None:
    for attack in (ATTACKS[0], ATTACKS[2], ATTACKS[5], ATTACKS[9], ATTACKS[11]):
        assert read(attack).found, attack


def test_nothing_in_the_data_becomes_a_script_a_handler_or_an_element(site: Path) -> None:
    files = sorted(site.rglob("*.html"))
    assert len(files) == len(PAGES) + 1
    assert {file.parent.name: read(file.read_text("utf-8")).found for file in files} == {
        file.parent.name: [] for file in files
    }


def test_the_attacks_are_there_as_text(site: Path) -> None:
    text = "".join(read((site / "compare" / "index.html").read_text("utf-8")).text)
    for attack in ATTACKS:
        assert attack in text, attack


def test_the_files_for_programs_carry_no_tag_and_no_formula(site: Path) -> None:
    data = site / "data" / "v1"
    for file in sorted([*data.rglob("*.svg"), *data.rglob("*.atom")]):
        names = {element.tag.rpartition("}")[2] for element in ElementTree.parse(file).iter()}
        assert not names & {"script", "img", "iframe", "a", "foreignObject"}, file
    for file in data.rglob("*.html.txt"):
        assert read(file.read_text("utf-8")).found == []
    for file in site.rglob("index.md"):
        text = re.sub(r"(?ms)^ *```.*?^ *```|`[^`\n]*`", "", file.read_text("utf-8"))
        assert re.findall(r"<[a-z/]|(?<!\\)\]\(\s*javascript:", text, re.IGNORECASE) == [], file
    table = (data / "comparison.csv").read_text("utf-8-sig")
    values = [value for line in csv.reader(io.StringIO(table, newline="")) for value in line]
    assert f"'{ATTACKS[18]}" in values
    assert [value for value in values if value.startswith("=")] == []
    read_back = json.loads((data / "comparison.json").read_text("utf-8"))
    assert [each["title"] for each in read_back["rows"]] == list(ATTACKS)


@pytest.fixture
def attacked(browser: Browser) -> Iterator[list[str]]:
    """Return what attacks did in the pages of this test; nothing is right."""
    done: list[str] = []
    yield done
    assert done == []


def watched(browser: Browser, home: str, done: list[str]) -> Visit:
    """Open a page in which a successful attack is noticed."""
    context = browser.new_context()
    context.expose_function("td_attack", lambda: done.append("the attack ran"))
    visit = Visit(context, home)
    visit.page.on("dialog", lambda dialog: done.append(dialog.message))
    return visit


@pytest.mark.browser
def test_no_script_runs_in_a_browser_and_the_policy_has_nothing_to_refuse(
    site: Path, browser: Browser, attacked: list[str]
) -> None:
    with served(site) as home:
        visit = watched(browser, home, attacked)
        for name in ("", *(page.removesuffix(".md") + "/" for page in list(PAGES)[1:])):
            visit.go(name)
            visit.page.mouse.move(300, 300)
            visit.page.keyboard.press("Tab")
        visit.page.goto(f"{home}data/v1/badges/row_0.svg")
        refused = [error for error in visit.errors if "Content Security Policy" in error]
        visit.page.context.close()
    assert refused == []


@pytest.mark.browser
@pytest.mark.parametrize("page", ["chooser/", "compare/security/", ""])
def test_no_address_makes_a_page_run_or_show_an_attack(
    page: str, browser: Browser, attacked: list[str]
) -> None:
    names = ("product", "team", "q", "h", "filter", "only", "__proto__", "constructor")
    with served(built_site()) as home:
        visit = watched(browser, home, attacked)
        for attack in ATTACKS if page == "chooser/" else ATTACKS[len(page) % 3 :: 3]:
            value = quote(attack, safe="")
            query = "&".join(f"{name}={value}" for name in names)
            visit.go(f"{page}?{query}#{value}")
            assert visit.page.locator("img[src=x], iframe, base").count() == 0
        visit.go(f"{page}?%E0%A4%A#%E0%A4%A")
        refused = [error for error in visit.errors if "Content Security Policy" in error]
        crashed = [error for error in visit.errors if "Error" in error and "404" not in error]
        visit.page.context.close()
    assert refused == []
    assert crashed == []


@pytest.mark.browser
def test_every_question_of_the_chooser_ignores_an_answer_that_it_does_not_have(
    browser: Browser, attacked: list[str]
) -> None:
    with served(built_site()) as home:
        visit = watched(browser, home, attacked)
        visit.go("chooser/")
        ids = visit.page.eval_on_selector_all(
            "[data-question]", "all => all.map(one => one.dataset.question)"
        )
        plain = visit.page.locator("td-chooser, main").first.inner_text()
        for attack in ATTACKS[::5]:
            query = "&".join(f"{name}={quote(attack, safe='')}.decides" for name in ids)
            visit.go(f"chooser/?{query}")
            assert visit.page.locator("td-chooser, main").first.inner_text() == plain
        visit.page.context.close()
    assert len(ids) > 5
