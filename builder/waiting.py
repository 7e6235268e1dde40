"""The program of a waiting engine: make ready what all pages share, then build pages as told.

A line in names a page's source below docs/. A line out answers with JSON: what was wrong, or "".
"""

from __future__ import annotations

import json
import logging
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files
from mkdocs.structure.nav import get_navigation

from builder import pages
from builder.export import moved
from builder.site import day
from macros.load import ROOT, ledger

HOME = "index.md"


class Engine:
    """The engine with its configuration, navigation and templates; it builds one page at a time."""

    def __init__(self, site: Path, aside: Path) -> None:
        self._site = site
        self._config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(aside), strict=False)
        self._config.plugins.on_startup(command="build", dirty=True)
        self._config = self._config.plugins.on_config(self._config)
        files, env = get_files(self._config), self._config.theme.get_env()
        files.add_files_from_theme(env, self._config)
        self._files = self._config.plugins.on_files(files, config=self._config)
        nav = get_navigation(self._files, self._config)
        self._nav = self._config.plugins.on_nav(nav, config=self._config, files=self._files)
        self._env = self._config.plugins.on_env(env, config=self._config, files=self._files)
        self._moved = moved.of_today(ledger(day()))
        for file in self._files.documentation_pages():
            if file.page is not None:  # menus show the titles of pages that are not built
                file.page.read_source(self._config)

    def show(self, source: str) -> None:
        """Build the page made from ``source`` and put it into the site, finished."""
        file = self._files.get_file_from_path(source)
        if file is None or file.page is None:
            return  # a page that no menu names yet: the whole build will say so
        file.content_string = (ROOT / "docs" / source).read_text(encoding="utf-8-sig")
        _populate_page(file.page, self._config, self._files)
        docs = self._files.documentation_pages()
        _build_page(file.page, self._config, docs, self._nav, self._env)
        self._place(file)

    def _place(self, file: File) -> None:
        target, built = self._site / file.dest_uri, Path(file.abs_dest_path)
        address = file.dest_uri.removesuffix("index.html")
        html = moved.with_anchors(built.read_text("utf-8"), address, self._moved)
        html = pages.finished_alone(html, self._site, target, self._config.extra_css)
        built.write_text(html, encoding="utf-8", newline="\n")
        target.parent.mkdir(parents=True, exist_ok=True)
        built.replace(target)


def _attempt(engine: Engine, source: str) -> str:
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        try:
            engine.show(source)
        except Exception as error:  # whatever a page brings about is told, and the engine goes on
            return f"{source}: {error}"
    return ""


def main(site: Path, aside: Path) -> None:
    """Serve until nobody asks any more."""
    logging.disable(logging.CRITICAL)
    with redirect_stdout(sys.stderr):
        engine = Engine(site, aside)
        _attempt(engine, HOME)  # the first page pays for the templates
    for line in sys.stdin:
        print(json.dumps(_attempt(engine, line.strip())), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
