"""A trial on a copy: the machinery takes a fourth framework without a change of any program."""

from __future__ import annotations

import copy
import datetime
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.load import DATA, ROOT
from tests.site_tools import run_builder, small_project
from tests.test_cards import PYTHON as CARDS

PAGES = {
    "index.md": "# Home\n\n{{ score() }}\n\n{{ legend() }}\n\n{{ matrix() }}\n",
    "group.md": '# Group\n\n{{ group_table("security") }}\n\n{{ group_rows("security") }}\n',
    "list.md": '# List\n\n{{ proof_table("security") }}\n',
    "proofs.md": '# Proofs\n\n{{ proofs("security", "fourth") }}\n',
    "pair.md": '# Pair\n\n{{ pair_table("flask", "fourth") }}\n',
    "quiz.md": '# Quiz\n\n{{ quiz("requests") }}\n',
    "chooser.md": "# Chooser\n\n{{ chooser() }}\n\n{{ chooser_needs() }}\n",
    "gaps.md": "# Gaps\n\n{{ gaps() }}\n",
    "build/json_body.md": '# Example\n\n{{ example("json_body") }}\n\n{{ examples_table() }}\n',
    "speed.md": "# Speed\n\n{{ bench_rows() }}\n\n{{ bench_sweep() }}\n",
    "heads.md": '## Fourth 1.2.3\n\n=== "Fourth"\n\n    Words.\n\n=== "Flask"\n\n    Words.\n',
    "said.md": '# Said\n\n{{ answer("orm", "fourth") }} {{ cite("orm", "fourth") }}\n',
}

MARKER = re.compile(r" *# \(\d+\)!")  # of a note, which this program has not
COLOR, ITS_COLOR = "#8a5300", "#5b3fa0"  # of Flask, and one of its own
ASK_FOR_LOOKS = (
    "from builder import cards; known = cards.looks(cards.ROOT / 'site'); "
    "print(*(f'{name} {look.color}' for name, look in known.items()))"
)
ASK_FOR_GLYPHS = """
import xml.etree.ElementTree as ET
from builder import diagrams_glyphs
box = '<rect class="df-fourth-soft ds-fourth" x="0" y="0" width="60" height="30"/>'
picture = ET.fromstring(f'<svg>{box}<text x="10" y="20" textLength="40">Fourth</text></svg>')
diagrams_glyphs.add(picture, diagrams_glyphs.load.ROOT)
print(picture[-1].get("class"))
"""
# Rows of Flask on which its measured cells do not rest.
OTHER_ROWS = re.compile(
    r'("id":\s*"(?!hello_|wait_)[^"]+",\s*"scenario":\s*"[^"]+",\s*"framework":\s*)"flask"'
)


def with_a_fourth(text: str) -> str:
    """Return the data file with one more framework, which answers every row."""
    data: dict[str, Any] = yaml.safe_load(text)
    fourth = copy.deepcopy(data["frameworks"][1])
    fourth |= {
        "id": "fourth",
        "name": "Fourth",
        "version": "1.2.3",
        "package": "fourth",
        "imports": ["fourth"],
        "vehicle": "tram",
        "tagline": "One more.",
        "home": "https://fourth.example/",
        "released": datetime.date(2026, 2, 18),
    }
    data["frameworks"].append(fourth)
    for row in data["rows"]:
        row["cells"]["fourth"] = {
            "support": "none",
            "answer": "As it likes",
            "judged": "Made up for this trial.",
            "docs": "https://fourth.example/docs/",
        }
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)


def with_examples_and_records(root: Path) -> None:
    """Give a project an example and runs of the benchmark that know the fourth framework."""
    topic = root / "examples" / "json_body"
    shutil.copytree(ROOT / "examples" / "json_body", topic)
    program = (topic / "flask_app.py").read_text(encoding="utf-8")
    (topic / "fourth_app.py").write_text(MARKER.sub("", program), encoding="utf-8")
    records = root / "benchmarks" / "records"
    shutil.copytree(ROOT / "benchmarks" / "records", records, dirs_exist_ok=True)
    for record in records.glob("*.json"):
        text = record.read_text(encoding="utf-8")
        record.write_text(OTHER_ROWS.sub(r'\1"fourth"', text), "utf-8")


def with_its_look(root: Path) -> None:
    """Give a project a glyph for the fourth framework, and its entries in the style sheets."""
    icons = root / "overrides" / ".icons" / "testdrive"
    shutil.copy(icons / "bicycle.svg", icons / "tram.svg")
    for sheet in (root / "docs" / "assets" / "css").glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        sheet.write_text("".join(with_entries(text.splitlines(keepends=True))), encoding="utf-8")


def with_entries(lines: list[str]) -> Iterator[str]:
    """Yield the lines of a style sheet, and behind each of Flask's one of the fourth's."""
    for line in lines:
        yield line
        if re.search("flask", line, re.IGNORECASE) and "--md-" not in line:
            own = line.replace("flask", "fourth").replace("Flask", "Fourth")
            yield own.replace(COLOR, ITS_COLOR)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of a small copy with a fourth framework."""
    root = tmp_path_factory.mktemp("fourth")
    (root / "docs" / "build").mkdir(parents=True)
    small_project(root, PAGES)
    data = root / "data" / "comparison.yml"
    data.write_text(with_a_fourth(DATA.read_text(encoding="utf-8")), encoding="utf-8")
    with_examples_and_records(root)
    with_its_look(root)
    for picture in (*root.glob("diagrams/[!s]*.puml"), *root.glob("diagrams/cache/*")):
        picture.unlink()  # each diagram knows every glyph and is drawn anew, which needs Node
    (root / "diagrams" / "manifest.json").write_text("{}", encoding="utf-8")
    result = run_builder("-m", "builder", "site", root=root)
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"
    return root / "site"


def page(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text(encoding="utf-8")


def cards(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the cards' environment in a copy of the project."""
    assert CARDS.is_file(), "no .venv-cards; run make .venv-cards/ready"
    return subprocess.run(
        [CARDS, *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def test_the_matrix_has_a_column_and_a_cell_in_every_row(site: Path) -> None:
    rows = len(yaml.safe_load(DATA.read_text(encoding="utf-8"))["rows"])
    assert page(site, "").count("As it likes") >= rows


@pytest.mark.parametrize("name", [name.removesuffix(".md") for name in PAGES if name != "index.md"])
def test_every_kind_of_page_speaks_of_it(site: Path, name: str) -> None:
    text = re.sub(r"<[^>]+>", " ", page(site, name))
    assert "Fourth" in text or "As it likes" in text


def test_each_of_its_cells_has_a_proof_with_an_anchor(site: Path) -> None:
    assert 'id="csrf_protection-fourth"' in page(site, "proofs")


def test_an_example_has_its_program_in_a_tab_and_its_column(site: Path) -> None:
    text = page(site, "build/json_body")
    assert re.search(r"<label[^>]*>Fourth</label>", text)
    assert "examples/json_body/fourth_app.py" in text
    assert re.search(r"<th[^>]*>(?:<[^>]+>)*Fourth", text)


def test_an_example_without_its_program_is_named(site: Path) -> None:
    root = site.parent
    program = root / "examples" / "json_body" / "fourth_app.py"
    program.rename(program.with_suffix(".aside"))
    result = run_builder("-m", "builder", "check", root=root)
    program.with_suffix(".aside").rename(program)
    assert "examples/json_body:1: no program for fourth; expected fourth_app.py" in result.stderr


def test_its_rows_of_the_benchmark_bear_its_name(site: Path) -> None:
    assert page(site, "speed").count("Fourth") > 5


def test_tabs_and_headings_carry_its_glyph_and_color(site: Path) -> None:
    text = page(site, "heads")
    assert '<span class="fw fw-fourth">Fourth</span> 1.2.3' in text
    assert '<label class="fw fw-fourth" for="__tabbed_1_1">' in text
    (sheet,) = (site / "assets" / "css").glob("all.*.css")
    assert f"--td-fourth:{ITS_COLOR}" in re.sub(r":\s+", ":", sheet.read_text(encoding="utf-8"))


def test_the_cards_of_shared_links_show_it_in_its_color(site: Path) -> None:
    told = cards(site.parent, "-c", ASK_FOR_LOOKS)
    assert told.stdout.endswith(f"Fourth {ITS_COLOR}\n"), told.stderr
    copy_of = site.parent / "shared"
    shutil.copytree(site, copy_of)
    told = cards(site.parent, "-m", "builder.cards", str(copy_of))
    assert told.stdout == f"{len(PAGES)} cards in shared/assets/cards/\n", told.stderr


def test_a_diagram_shows_its_glyph(site: Path) -> None:
    told = run_builder("-c", ASK_FOR_GLYPHS, root=site.parent)
    assert told.stdout == "ds-fourth\n", told.stderr


def test_what_programs_read_names_it_among_the_compared(site: Path) -> None:
    compared = "FastAPI, Flask, Django and Fourth compared"
    assert compared in (site / "llms.txt").read_text(encoding="utf-8")
    assert compared in (site / "data" / "v1" / "openapi.json").read_text(encoding="utf-8")
    assert (site / "data" / "v1" / "feeds" / "fourth.atom").is_file()
