"""What an earlier build made is used again, and only for the very same text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from markdown import Markdown
from plantuml_markdown.plantuml_markdown import PlantUMLPreprocessor
from pymdownx import highlight

from builder import compiled, highlighting
from builder.cache import Cache
from macros.raw import RawHtml
from tests.site_tools import run_builder, small_project
from tests.test_reproducible import differences

PAGE = "# Home\n\nOld words.\n\n{{ matrix() }}\n\n``` python\nbefore = 1\n```\n"
# The end of the program must not look through all objects that a build leaves.
BUILD = "import gc; from builder import site; site.build(); assert gc.get_freeze_count() > 100_000"
NAMES = {"code.json", "search.json", "templates.json", "twins.json"}


def fail() -> str:
    raise AssertionError("made anew")


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    for _ in range(2):
        cache = Cache(tmp_path / "file.json", "maker 1")
        assert cache.made("text", lambda: "made") == "made"
        assert cache.made("text", fail) == "made"
        cache.save()
    assert Cache(tmp_path / "file.json", "maker 1").made("text", fail) == "made"
    assert Cache(tmp_path / "file.json", "maker 1").known("other text") is None
    assert Cache(tmp_path / "file.json", "maker 2").known("text") is None


def test_what_a_build_does_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    for text in ("one", "other"):
        cache = Cache(file, "")
        cache.made(text, lambda: "made")
        cache.save()
    assert Cache(file, "").known("one") is None
    assert Cache(file, "").known("other") == "made"


@pytest.mark.parametrize("text", ["", "[]", '{"a": "b', "\0"])
def test_a_broken_file_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "file.json").write_text(text)
    cache = Cache(tmp_path / "file.json", "")
    assert cache.made("text", lambda: "made") == "made"


def rendered(text: str, cache: Cache | None, **settings: Any) -> str:
    """Return the HTML of a page as the site's extensions make it."""
    config: dict[str, Any] = {
        "markdown_extensions": ["pymdownx.highlight", "pymdownx.superfences"],
        "mdx_configs": {"pymdownx.highlight": {"pygments_lang_class": True, **settings}},
    }
    if cache:
        highlighting.remember(config, cache)
    return Markdown(
        extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
    ).convert(text)


CODES = (
    "``` python\nx = 1\n```",
    "``` python\nx = 2\n```",
    "``` console\nx = 1\n```",
    '``` python title="x.py"\nx = 1\n```',
    '``` { .python .marked hl_lines="1" }\nx = 1\n```',
    '``` python linenums="1"\nx = 1\n```',
)


def test_each_difference_of_a_block_of_code_is_seen(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "file.json", "")
    for _ in range(2):
        assert [rendered(code, cache) for code in CODES] == [rendered(code, None) for code in CODES]
    other = {"line_spans": "__span"}
    assert rendered(CODES[0], cache, **other) == rendered(CODES[0], None, **other)


def test_code_that_was_highlighted_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "file.json", "")
    first = rendered(CODES[0], cache)
    monkeypatch.setattr(highlight, "highlight", lambda *_: "<pre>made anew</pre>")
    assert rendered(CODES[0], cache) == first
    assert "made anew" in rendered(CODES[1], cache)


def test_a_template_is_compiled_again_when_its_text_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, texts = Cache(tmp_path / "file.json", ""), {"page": "{{ 1 + n }}"}
    for _ in range(2):
        assert shown(cache, texts, "{{ n }}{{ n }}") == ("2", "11")
    assert shown(cache, {"page": "{{ 2 + n }}"}, "{{ n }}{{ n }}") == ("3", "11")
    assert shown(cache, texts, "{{ n }}") == ("2", "1")
    monkeypatch.setattr(Environment, "compile", lambda *_: fail())
    assert shown(cache, texts, "{{ n }}") == ("2", "1")
    with pytest.raises(AssertionError, match="made anew"):
        shown(cache, texts, "{{ n }}!")


def shown(cache: Cache, texts: dict[str, str], text: str) -> tuple[str, str]:
    """Return a template of a theme and a text, both rendered by new environments."""
    theme = Environment(loader=DictLoader(texts), bytecode_cache=compiled.Compiled(cache))
    pages = Environment()
    compiled.remember_texts(pages, compiled.Compiled(cache))
    return theme.get_template("page").render(n=1), pages.from_string(text).render(n=1)


def test_pages_without_a_diagram_are_not_searched_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def run(_: object, lines: list[str]) -> list[str]:
        seen.extend(lines)
        return lines

    monkeypatch.setattr(PlantUMLPreprocessor, "run", run)
    for text in ("plain words", "```plantuml\nBob -> Alice\n```", "::uml::\nBob\n::end-uml::"):
        Markdown(extensions=["plantuml_markdown", RawHtml()]).convert(text)
    assert [line for line in seen if line] == [
        *("```plantuml", "Bob -> Alice", "```"),
        *("::uml::", "Bob", "::end-uml::"),
    ]


def test_other_versions_use_nothing_of_what_these_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (highlighting, compiled):
        monkeypatch.setattr(module, "FILE", tmp_path / f"{module.__name__}.json")
        cache = module.cache()
        cache.keep("text", "made")
        cache.save()
        assert module.cache().known("text") == "made"
        monkeypatch.setattr(module, "version", lambda _: "0")
        assert module.cache().known("text") is None


def test_a_rebuild_shows_what_changed_and_has_the_bytes_of_a_first_build(tmp_path: Path) -> None:
    project, site = tmp_path / "project", tmp_path / "project" / "site"
    small_project(project, {"index.md": PAGE})
    assert run_builder("-c", BUILD, root=project).returncode == 0
    assert {file.name for file in (project / ".cache").iterdir()} == NAMES
    edited(project / "docs" / "index.md", "before = 1", "after = 1")
    edited(project / "docs" / "index.md", "Old words", "New words")
    edited(project / "overrides" / "main.html", "{% set html", "<!-- new theme -->{% set html")
    assert run_builder("-m", "builder", "site", root=project).returncode == 0
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "after" in page and "new theme" in page
    site.rename(tmp_path / "again")
    for file in (project / ".cache").iterdir():
        file.unlink()
    assert run_builder("-m", "builder", "site", root=project).returncode == 0
    assert differences(site, tmp_path / "again") == []


def edited(file: Path, before: str, after: str) -> None:
    """Replace words of a file that has them."""
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
