"""What a grammar of Atom and a reader's program say of feeds: python -m tests.feed_check FILE...

Runs in the book's environment, which has both; prints a JSON list of complaints.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import feedparser
from lxml import etree

GRAMMAR = Path(__file__).parent / "checker" / "atom.rng"


def complaints(file: Path) -> Iterator[str]:
    """Yield what is wrong with a feed."""
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    tree = etree.fromstring(file.read_bytes())
    if not grammar.validate(tree):
        yield from (f"{file.name}:{error.line}: {error.message}" for error in grammar.error_log)
    read = feedparser.parse(file.read_bytes())
    if read.bozo:
        yield f"{file.name}: {read.bozo_exception}"
    if read.version != "atom10" or not read.feed.get("updated_parsed"):
        yield f"{file.name}: read as {read.version!r}, updated {read.feed.get('updated')!r}"
    entries = len(tree.findall("{*}entry"))
    needed = ("id", "title", "link", "updated_parsed")
    whole = [one for one in read.entries if all(one.get(name) for name in needed)]
    if len(whole) != entries:
        yield f"{file.name}: {entries} entries, of which a reader's program sees {len(whole)}"


if __name__ == "__main__":
    json.dump([each for name in sys.argv[1:] for each in complaints(Path(name))], sys.stdout)
