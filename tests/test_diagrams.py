"""Diagrams: the committed pictures are current and clean, and every trap is named.

Nothing here draws. Whether a new drawing has the same bytes is `make diagrams-check`, which
needs Node and runs on CI.
"""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from builder.diagrams_html import clean, for_paper
from builder.diagrams_svg import PictureError, clean_picture, palette, with_words
from macros import diagrams

ROOT = Path(__file__).resolve().parent.parent
PICTURES = sorted((ROOT / "diagrams" / "cache").glob("*.svg"))
GOOD = "' title: A box\n' caption: One box.\n' alt: A box says hello.\n@startuml\n{}\n@enduml\n"
STYLE = '!$ink = "#1D2126"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">{}</svg>'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with one diagram, `box`, whose picture is current."""
    renderer = tmp_path / "diagrams" / "renderer"
    renderer.mkdir(parents=True)
    for name in ("package-lock.json", "render.mjs", "dom.mjs"):
        shutil.copy(ROOT / "diagrams" / "renderer" / name, renderer / name)
    (tmp_path / "diagrams" / "style.puml").write_text(STYLE)
    (tmp_path / "docs").mkdir()
    add_diagram(tmp_path, "box", "rectangle hello")
    return tmp_path


def add_diagram(root: Path, name: str, drawing: str) -> Path:
    """Write a diagram with its picture and its record; return the picture."""
    source = root / "diagrams" / f"{name}.puml"
    source.write_text(GOOD.format(drawing))
    diagram = diagrams.parse(name, source.read_text())
    manifest = diagrams.read_manifest(root)
    manifest[name] = diagrams.record(diagram, diagrams.renderer_digest(root))
    (root / "diagrams" / "manifest.json").write_text(json.dumps(manifest))
    picture = root / "diagrams" / "cache" / f"{diagram.key}.svg"
    picture.parent.mkdir(exist_ok=True)
    picture.write_text(SVG.format(""))
    return picture


def only_problem(root: Path) -> str:
    """Return the one problem that is expected."""
    found = diagrams.problems(root)
    assert len(found) == 1, found
    return found[0]


def test_the_committed_diagrams_have_no_problem() -> None:
    assert diagrams.problems(ROOT) == []


def test_a_current_picture_is_no_problem(project: Path) -> None:
    assert diagrams.problems(project) == []


@pytest.mark.parametrize("word", diagrams.WORDS)
def test_a_missing_word_is_named(project: Path, word: str) -> None:
    source = project / "diagrams" / "box.puml"
    kept = [line for line in source.read_text().splitlines() if not line.startswith(f"' {word}")]
    source.write_text("\n".join(kept) + "\n")
    assert f"diagrams/box.puml:1: no {word};" in "\n".join(diagrams.problems(project))


def test_a_diagram_without_a_picture_is_named(project: Path) -> None:
    next((project / "diagrams" / "cache").iterdir()).unlink()
    assert only_problem(project).startswith("diagrams/box.puml:4: no picture; expected diagrams/")


@pytest.mark.parametrize(
    "text", ["Syntax Error? (Assumed diagram type: class)", "[From string (line 2)"]
)
def test_an_error_picture_is_named(project: Path, text: str) -> None:
    picture = next((project / "diagrams" / "cache").iterdir())
    picture.write_text(SVG.format(f"<text>{text}</text>"))
    assert "the picture is an error message" in only_problem(project)


def test_a_changed_drawing_is_named_as_missing_stale_and_orphaned(project: Path) -> None:
    source = project / "diagrams" / "box.puml"
    source.write_text(source.read_text().replace("rectangle hello", "rectangle goodbye"))
    found = "\n".join(diagrams.problems(project))
    assert "no picture" in found
    assert "the picture is stale (key, drawing changed)" in found
    assert "belongs to no diagram" in found


def test_a_changed_style_makes_the_picture_stale(project: Path) -> None:
    (project / "diagrams" / "style.puml").write_text('!$ink = "#000000"\n')
    assert "the picture is stale (drawing changed)" in only_problem(project)


def test_a_changed_renderer_makes_the_picture_stale(project: Path) -> None:
    lock = project / "diagrams" / "renderer" / "package-lock.json"
    lock.write_text(lock.read_text().replace("1.2026.8", "1.2026.9"))
    assert "the picture is stale (drawing changed)" in only_problem(project)


def test_a_changed_alt_makes_the_picture_stale(project: Path) -> None:
    source = project / "diagrams" / "box.puml"
    source.write_text(source.read_text().replace("says hello", "greets"))
    assert "the picture is stale (key, words changed)" in "\n".join(diagrams.problems(project))


def test_an_orphaned_picture_is_named(project: Path) -> None:
    (project / "diagrams" / "cache" / "00000000.svg").write_text(SVG.format(""))
    message = only_problem(project)
    assert message.startswith("diagrams/cache/00000000.svg:1: belongs to no diagram")


def test_a_record_of_a_removed_diagram_is_named(project: Path) -> None:
    add_diagram(project, "gone", "rectangle bye").unlink()
    (project / "diagrams" / "gone.puml").unlink()
    assert "diagrams/manifest.json:1: names gone, which is gone" in only_problem(project)


def test_two_diagrams_with_one_key_are_named(project: Path) -> None:
    shutil.copy(project / "diagrams" / "box.puml", project / "diagrams" / "copy.puml")
    add_diagram(project, "copy", "rectangle hello")
    message = only_problem(project)
    assert message.startswith("diagrams/copy.puml:4: same cache key")
    assert "diagrams/box.puml" in message


def test_all_problems_come_in_one_go(project: Path) -> None:
    (project / "diagrams" / "bare.puml").write_text("@startuml\n@enduml\n")
    (project / "docs" / "index.md").write_text('{{ diagram("bx") }}\n')
    assert len(diagrams.problems(project)) == 6


def test_a_figure_of_an_unknown_diagram_fails_with_a_suggestion(project: Path) -> None:
    with pytest.raises(diagrams.UnknownDiagramError, match="did you mean 'box'"):
        diagrams.figure("boxx", project)


def test_a_page_that_asks_for_an_unknown_diagram_is_named_with_its_line(project: Path) -> None:
    (project / "docs" / "index.md").write_text('# Home\n\n{{ diagram("boxx") }}\n')
    message = only_problem(project)
    assert message.startswith("docs/index.md:3: no diagram 'boxx'")
    assert "did you mean 'box'" in message


def test_a_fence_typed_into_a_page_is_named_when_it_has_no_picture(project: Path) -> None:
    page = project / "docs" / "index.md"
    page.write_text("# Home\n\n```plantuml\n@startuml\na -> b\n@enduml\n```\n")
    message = only_problem(project)
    assert message.startswith("docs/index.md:3: diagram without a picture")
    assert "diagram('NAME')" in message


def test_a_fence_that_names_a_known_source_is_fine(project: Path) -> None:
    (project / "docs" / "index.md").write_text('```plantuml source="diagrams/box.puml"\n```\n')
    assert diagrams.problems(project) == []


def test_a_fence_with_a_missing_source_file_is_named(project: Path) -> None:
    (project / "docs" / "index.md").write_text('```plantuml source="no.puml"\n```\n')
    assert only_problem(project).startswith("docs/index.md:1: no source no.puml; expected a file")


def test_the_cache_key_is_the_one_of_the_extension() -> None:
    from plantuml_markdown import plantuml_markdown as extension

    text = "@startuml\na -> b\n@enduml\n"
    assert diagrams.cache_key(text) == f"{extension.adler32(text.encode()) & 0xFFFFFFFF:08x}"


def render(text: str, nowhere: Path) -> str:
    """Return a page's HTML as the site makes it, with a renderer that cannot run."""
    import markdown

    options: dict[str, dict[str, Any]] = {
        "plantuml_markdown": {
            "format": "svg_inline",
            "base_dir": str(ROOT),
            "cachedir": str(ROOT / "diagrams" / "cache"),
            "remove_inline_svg_size": False,
            "plantuml_cmd": str(nowhere / "no-such-renderer"),
        },
        "pymdownx.tabbed": {"alternate_style": True},
    }
    extensions = ["md_in_html", "pymdownx.superfences", *options]
    return clean(markdown.markdown(text, extensions=extensions, extension_configs=options))


def only_figure(html: str) -> str:
    """Return the one figure of a page."""
    found = re.findall(r"<figure.*?</figure>", html, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def test_the_extension_swaps_a_figure_for_the_committed_picture(tmp_path: Path) -> None:
    figure = only_figure(render(diagrams.figure("concurrency_threads"), tmp_path))
    assert figure.count("<svg") == 1
    assert 'role="img"' in figure
    assert "<figcaption>Five requests" in figure
    assert "<code>--threads 4</code>" in figure
    assert not re.search(r'<svg[^>]*\s(alt|title|preserveAspectRatio|style)="', figure)
    assert "<p>" not in figure


def test_a_figure_inside_a_tab_is_the_same(tmp_path: Path) -> None:
    figure = diagrams.figure("concurrency_threads")
    indented = "".join(f"    {line}\n" if line else "\n" for line in figure.splitlines())
    tabbed = only_figure(render(f'=== "Threads"\n{indented}', tmp_path))
    assert tabbed.split() == only_figure(render(figure, tmp_path)).split()


def test_the_cleanup_of_a_page_touches_only_drawings() -> None:
    drawing = (
        '<svg role="img" aria-label="a" preserveAspectRatio="x" class="drawing" alt="" title="">'
    )
    icon = '<svg class="icon" preserveAspectRatio="none"><title>t</title></svg><img alt="b">'
    assert clean(drawing + icon) == f'<svg role="img" aria-label="a" class="drawing">{icon}'


def test_on_paper_a_drawing_is_titled_with_its_alternative_text() -> None:
    drawing = '<svg role="img" aria-label="A box &amp; more" class="drawing">\n<title>Box</title>'
    icon = '<svg aria-label="x" class="icon"><title>t</title>'
    assert for_paper(drawing + icon) == drawing.replace("Box<", "A box &amp; more<") + icon


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_committed_picture_is_clean_and_named(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert "style=" not in text
    assert "<script" not in text
    assert " id=" not in text
    assert text.count("xmlns") == 1
    assert root.get("role") == "img"
    assert len(root.get("aria-label", "")) > 40
    assert title is not None
    assert title.text
    assert int(root.get("width", "0")) <= 400, "wider drawings are hard to read on a phone"


def test_every_color_of_the_pictures_is_in_the_style_sheet() -> None:
    sheet = (ROOT / "docs" / "assets" / "css" / "diagrams.css").read_text(encoding="utf-8")
    used = {
        name
        for path in PICTURES
        for name in re.findall(r"\bd[fs]-[a-z-]+", path.read_text("utf-8"))
    }
    assert {name for name in used if f".{name} {{" not in sheet} == set()


def test_the_style_uses_the_colors_of_the_theme() -> None:
    style = (ROOT / "diagrams" / "style.puml").read_text(encoding="utf-8")
    sheets = (ROOT / "docs" / "assets" / "css").glob("*.css")
    tokens = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    light = re.split(r'\[data-md-color-scheme="?slate', tokens)[0]
    assert "--td-ink:" in light
    names = {"raised": "surface-raised", "sunken": "surface-sunken"}
    for value, token in palette(style).items():
        assert f"--td-{names.get(token, token)}: {value.lower()};" in light.lower()


def test_cleaning_turns_colors_into_classes() -> None:
    raw = SVG.format('<g id="x"><title>t</title><rect fill="#1D2126" stroke="#00000000"/></g>')
    picture = clean_picture(raw, palette(STYLE), "diagrams/box.puml:4")
    text = with_words(picture, {"title": "A box", "alt": "A box says hello."})
    assert '<rect class="df-ink" fill="#1D2126" />' in text
    assert "<title>A box</title>" in text
    assert 'aria-label="A box says hello."' in text


def test_new_words_need_no_new_drawing() -> None:
    raw = SVG.format('<rect fill="#1D2126" stroke="none"/>')
    first = with_words(clean_picture(raw, palette(STYLE), "x"), {"title": "old", "alt": "old"})
    second = with_words(ET.fromstring(first), {"title": "new", "alt": "new"})
    assert second == first.replace("old", "new")


def test_a_color_outside_the_style_is_refused() -> None:
    raw = SVG.format('<rect fill="#ABCDEF" stroke="none"/>')
    with pytest.raises(PictureError, match="uses the color #ABCDEF"):
        clean_picture(raw, palette(STYLE), "diagrams/box.puml:4")


def test_a_syntax_error_is_refused_before_it_becomes_a_picture() -> None:
    raw = SVG.format("<text>Syntax Error? (Assumed diagram type: class)</text>")
    with pytest.raises(PictureError, match="PlantUML says 'Syntax Error"):
        clean_picture(raw, palette(STYLE), "diagrams/box.puml:4")
