"""What stands in the book and in which order: the navigation of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.ledger import Ledger

EVIDENCE = "evidence/"


@dataclass(frozen=True)
class Sheet:
    """One page of the site: its part of the book, its title in the navigation, its address."""

    part: str
    title: str
    address: str

    @property
    def file(self) -> str:
        """Return the built file, relative to the site."""
        return f"{self.address}index.html"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, where ``!ENV [NAME, default]`` stands for its default."""


def _default(loader: _Loader, node: yaml.SequenceNode) -> Any:
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _default)


def settings(file: Path) -> dict[str, Any]:
    """Return what a mkdocs.yml says."""
    read: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), _Loader)
    return read


def sheets(nav: list[Any]) -> list[Sheet]:
    """Return every page of a navigation in reading order."""
    return [sheet for entry in nav for sheet in _of_part(entry)]


def _of_part(entry: Any) -> Iterator[Sheet]:
    if isinstance(entry, str):
        entry = {_plain_name(entry): entry}
    for part, inside in entry.items():
        for title, source in _leaves(part, inside):
            yield Sheet(part, title, address_of(source))


def _leaves(title: str, inside: Any) -> Iterator[tuple[str, str]]:
    if isinstance(inside, str):
        yield title, inside
    elif isinstance(inside, dict):
        for name, below in inside.items():
            yield from _leaves(name, below)
    else:
        for below in inside:
            yield from _leaves(title, below)


def _plain_name(source: str) -> str:
    return Path(source).stem.replace("_", " ").capitalize()


def address_of(source: str) -> str:
    """Return where the page of a source stands: ``a/b.md`` is at ``a/b/``."""
    bare = source.removesuffix(".md")
    return "" if bare == "index" else bare.removesuffix("/index") + "/"


def left_out(ledger: Ledger) -> dict[str, str]:
    """Return the pages of whole proofs, each with the page that has them in short form."""
    data = ledger.comparison
    return {
        f"{EVIDENCE}{group.id}/{framework.id}/": f"{EVIDENCE}{group.id}/"
        for group in data.groups
        for framework in data.frameworks
    }
