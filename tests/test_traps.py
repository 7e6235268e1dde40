"""Each trap that the engine lets pass by default stops this build, named, with nothing written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site_tools import run_builder, small_project

PAGES = {
    "index.md": "# Home\n\n{{ matrix() }}\n\n[Rows](security.md#csrf_protection)\n",
    "security.md": '# Security\n\n{{ group_rows("security") }}\n\n{{ diagram("request_wsgi") }}\n',
    "pitfalls.md": '# Pitfalls\n\n```python\n--8<-- "examples/pitfalls/django_small.py"\n```\n',
}
OLD_PAGE = "the page of the build before"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with three pages and an older site."""
    small_project(tmp_path, PAGES)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(OLD_PAGE)
    return tmp_path


def refusal(project: Path) -> str:
    """Return what a build says that fails; the older site must be as it was."""
    result = run_builder("-m", "builder", "site", root=project)
    said = f"{result.stdout}{result.stderr}"
    assert result.returncode == 1, said
    assert [file.name for file in (project / "site").iterdir()] == ["index.html"]
    assert (project / "site" / "index.html").read_text() == OLD_PAGE
    kept = {"code.json", "templates.json"}  # both are true whatever the build came to
    assert {file.name for file in (project / ".cache").iterdir()} <= kept
    return said


def write(project: Path, page: str, text: str) -> None:
    """Add a paragraph to a page."""
    file = project / "docs" / page
    file.write_text(f"{file.read_text()}\n{text}\n")


def change(file: Path, old: str, new: str) -> None:
    """Put one piece of text for another."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_copy_builds_in_silence(project: Path) -> None:
    result = run_builder("-m", "builder", "site", root=project)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "4 pages in site/\n"
    assert OLD_PAGE not in (project / "site" / "index.html").read_text()


def test_a_failing_macro_stops_the_build(project: Path) -> None:
    write(project, "pitfalls.md", '{{ answer("csrf_protection", "djnago") }}')
    said = refusal(project)
    assert "pitfalls.md" in said
    assert 'did you mean "django"?' in said


def test_an_unknown_name_stops_the_build(project: Path) -> None:
    write(project, "security.md", "{{ nonsense }}")
    said = refusal(project)
    assert "security.md" in said
    assert "nonsense" in said


def test_an_unknown_attribute_stops_the_build(project: Path) -> None:
    write(project, "security.md", "{{ config.nonsense }}")
    said = refusal(project)
    assert "security.md" in said
    assert "nonsense" in said


def test_a_template_syntax_error_stops_the_build(project: Path) -> None:
    write(project, "security.md", "{{ matrix( }}")
    assert "security.md" in refusal(project)


@pytest.mark.parametrize(
    "snippet", ["examples/pitfalls/nowhere.py", "examples/pitfalls/fastapi_waiting.py:nowhere"]
)
def test_a_missing_snippet_stops_the_build(project: Path, snippet: str) -> None:
    write(project, "pitfalls.md", f'--8<-- "{snippet}"')
    said = refusal(project)
    assert "pitfalls.md" in said
    assert "nowhere" in said


def test_a_missing_data_file_stops_the_build(project: Path) -> None:
    (project / "data" / "comparison.yml").unlink()
    assert "data/comparison.yml:1: no such file" in refusal(project)


def test_a_missing_file_of_claims_stops_the_build(project: Path) -> None:
    (project / "data" / "claims.yml").unlink()
    assert "data/claims.yml" in refusal(project)


def test_a_bad_record_stops_the_build(project: Path) -> None:
    (project / "data" / "evidence" / "cors.json").write_text('{"row": "cors"}')
    assert "data/evidence/cors.json:1: " in refusal(project)


def test_a_misspelt_level_is_told_with_its_line(project: Path) -> None:
    data = project / "data" / "comparison.yml"
    lines = data.read_text(encoding="utf-8").splitlines()
    row = lines.index("  - id: csrf_protection")
    level = next(n for n in range(row, len(lines)) if "support: third_party" in lines[n])
    lines[level] = lines[level].replace("third_party", "third_praty")
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = refusal(project)
    place = f"data/comparison.yml:{level + 1}: csrf_protection, fastapi: "
    assert f'{place}support "third_praty" is not a level' in said
    assert 'did you mean "third_party"?' in said


@pytest.mark.parametrize(
    "link", ["nowhere.md", "security.md#nowhere", "#nowhere", "/security/", "assets/nowhere.svg"]
)
def test_a_broken_link_stops_the_build(project: Path, link: str) -> None:
    write(project, "index.md", f"[a link]({link})")
    said = refusal(project)
    assert "index.md" in said
    assert link in said


def test_a_page_outside_the_navigation_stops_the_build(project: Path) -> None:
    (project / "docs" / "lonely.md").write_text("# Lonely\n")
    assert "lonely.md" in refusal(project)


def test_a_page_that_the_navigation_names_and_nobody_wrote_stops_the_build(project: Path) -> None:
    change(project / "mkdocs.yml", "- index.md", "- index.md\n  - gone.md")
    assert "gone.md" in refusal(project)


def test_an_unknown_diagram_stops_the_build(project: Path) -> None:
    write(project, "pitfalls.md", '{{ diagram("request_wsgy") }}')
    said = refusal(project)
    assert "docs/pitfalls.md:" in said
    assert "did you mean 'request_wsgi'?" in said


def test_a_diagram_whose_picture_is_a_syntax_error_stops_the_build(project: Path) -> None:
    error = '<svg xmlns="http://www.w3.org/2000/svg"><text>Syntax Error?</text></svg>'
    picture_of(project, "request_wsgi").write_text(error)
    said = refusal(project)
    assert "diagrams/request_wsgi.puml:" in said
    assert "the picture is an error message" in said


def test_a_stale_diagram_stops_the_build(project: Path) -> None:
    change(project / "diagrams" / "style.puml", "#", "#0")
    said = refusal(project)
    assert "diagrams/request_wsgi.puml:" in said
    assert "the picture is stale" in said


def test_an_orphaned_picture_stops_the_build(project: Path) -> None:
    (project / "diagrams" / "cache" / "00000000.svg").write_text("<svg/>")
    assert "diagrams/cache/00000000.svg:1: belongs to no diagram" in refusal(project)


def test_a_missing_picture_stops_the_build(project: Path) -> None:
    picture_of(project, "request_wsgi").unlink()
    said = refusal(project)
    assert "diagrams/request_wsgi.puml:" in said
    assert "no picture" in said


def test_a_missing_source_of_a_diagram_stops_the_build(project: Path) -> None:
    (project / "diagrams" / "request_wsgi.puml").unlink()
    said = refusal(project)
    assert "docs/security.md:" in said
    assert "no diagram 'request_wsgi'" in said


def test_a_fence_with_a_missing_source_stops_the_build(project: Path) -> None:
    write(project, "pitfalls.md", '```plantuml source="diagrams/nowhere.puml"\n```')
    said = refusal(project)
    assert "docs/pitfalls.md:" in said
    assert "no source diagrams/nowhere.puml" in said


def picture_of(project: Path, diagram: str) -> Path:
    """Return the committed picture of a diagram."""
    manifest = json.loads((project / "diagrams" / "manifest.json").read_text())
    return project / "diagrams" / "cache" / f"{manifest[diagram]['key']}.svg"
