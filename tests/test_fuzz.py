"""No file, however odd, gives a traceback: each loader returns a record or names file and line.

`make test` tries a few hundred files, the same ones each time; `make fuzz` tries 10,000 new ones.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from macros import load, reading, runs_file
from macros.claims_file import CLAIMS, read_claims
from macros.diagrams import Manifest
from macros.evidence import ReleaseDays, Releases, Run
from macros.example_counts import Installed
from macros.history import read_history
from macros.model import Comparison
from macros.pitfalls import Asserted
from macros.problems import BadDataError
from macros.published import Published, read_published, read_redirects
from macros.topics import Topic
from tests.conftest import SMALL

FILES = int(os.environ.get("FUZZ_FILES", "0"))
MESSAGE = re.compile(r"[\w./-]+\.(?:yml|json):[1-9]\d*: \S.*")
Loader = Callable[[Path], object]


@cache
def small() -> Comparison:
    """Return the small data."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "comparison.yml"
        file.write_text(SMALL, encoding="utf-8")
        return load.read(file)


RECORDS = load.EVIDENCE
LOADERS: dict[str, tuple[Loader, bytes]] = {
    "comparison.yml": (load.read, SMALL.encode()),
    "claims.yml": (lambda file: read_claims(file, small()), CLAIMS.read_bytes()[:3000]),
    "redirects.yml": (
        lambda file: read_redirects(small(), Published(), file),
        b"rows: {old: csrf}\npages:\n  old/page/: new/page/\n",
    ),
    "csrf.json": (
        lambda file: load.evidence(file.parent),
        (RECORDS / "csrf_protection.json").read_bytes(),
    ),
    "_run.json": (lambda file: load.single(Run, file), (RECORDS / "_run.json").read_bytes()),
    "_releases.json": (
        lambda file: load.single(Releases, file),
        (RECORDS / "_releases.json").read_bytes()[:400] + b"}}",
    ),
    "_release_days.json": (
        lambda file: load.single(ReleaseDays, file),
        b'{"day": "2026-11-29", "packages": {"flask": {"3.1.3": "2026-02-19"}}}',
    ),
    "published.json": (
        read_published,
        b'{"rows": {"a": {"groups": ["g"], "cells": {"flask": {"support": "none", '
        b'"answer": "No"}}}}, "pages": ["a/"], "changes": []}',
    ),
    "run-1.json": (
        runs_file.read,
        sorted(runs_file.RECORDS.glob("*.json"))[0].read_bytes(),
    ),
    "topic.json": (
        lambda file: Topic(file.parent).title,
        (load.ROOT / "examples" / "json_body" / "topic.json").read_bytes(),
    ),
    "manifest.json": (
        lambda file: reading.record(Manifest, file, "expected a list of pictures"),
        b'{"a": {"key": "b"}}',
    ),
    "asserted.json": (
        lambda file: reading.record(Asserted, file, "expected numbers"),
        b'{"numbers": {"waits": 2, "seconds": 0.5}}',
    ),
    "_installed.json": (
        lambda file: reading.record(Installed, file, "expected counts"),
        b'{"topics": {"caching": {"flask": 9}}}',
    ),
    "flask-3.0.json": (
        lambda file: read_history(file.parent),
        json.dumps(
            {
                "framework": "flask",
                "version": "3.0",
                "released": "2024-01-01",
                "python": "3.13",
                "moved": {},
                "rows": {"a": {"observed": "x"}},
            }
        ).encode(),
    ),
}

ODD = st.sampled_from(
    [
        *(b"\x00", b"\xff\xfe", b"\t", b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"- ", b": ", b"? "),
        *(b"*a", b"&a ", b"<<: ", b"!!python/object:os.system ", b"!!binary x", b"!!set {a}"),
        *(b"!!int x", b"!!omap [a: 1]", b"!!timestamp 2026-99-99", b"2026-13-45", b"9" * 5000),
        *(b"1e999", b".nan", b'"\\ud800"', b'"\\x07\\0"', b"'", b'"', b"{", b"}", b"[", b"]"),
        *(b"[" * 3000, b"{a: " * 900, b"---\n", b"...\n", b"%YAML 9.9\n", b"|\n", b">\n", b"#"),
        *(b"null", b"~", b"true", b"1:60", b"<script>", "漢字".encode(), "\u202e".encode()),
        *(b"id: ", b"cells: ", b"- - - ", b"=", b"0o9"),
    ]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.text(max_size=30)
    | st.sampled_from(["csrf", "flask", "django", "security", "none", "partial", "https://x", "?"])
)
NAMES = (
    *("frameworks", "groups", "rows", "id", "cells", "flask", "support", "quote", "checked"),
    *("topics", "claims", "pages", "row", "python", "observed", "versions", "day", "packages"),
)
KEYS = st.text(max_size=8) | st.sampled_from(NAMES)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@st.composite
def spoiled(draw: st.DrawFn, sound: bytes) -> bytes:
    """Return a sound file after one to four random edits."""
    text = sound
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 0, 1, 4, 40, 400]))
        text = text[:start] + draw(ODD | st.binary(max_size=6)) + text[start + length :]
    return text


def made(tree: Any, name: str) -> bytes:
    """Return any data as a file of the kind that ``name`` says."""
    if name.endswith(".json"):
        return json.dumps(tree, default=str).encode()
    text: str = yaml.safe_dump(tree, allow_unicode=True)
    return text.encode("utf-8", "surrogatepass")


def files_for(name: str) -> st.SearchStrategy[bytes]:
    """Return odd files: edited ones, random trees, random bytes."""
    return (
        spoiled(LOADERS[name][1])
        | TREES.map(lambda tree: made(tree, name))
        | st.binary(max_size=200)
    )


def complaints(name: str, content: bytes) -> list[str]:
    """Load one odd file; return what was said about it. Raises whatever is no clear message."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        try:
            LOADERS[name][0](file)
        except BadDataError as error:
            str(error).encode()
            said = list(error.messages)
        else:
            said = []
        assert [each.name for each in Path(folder).iterdir()] == [name]
        assert file.read_bytes() == content
    return said


@pytest.mark.parametrize("name", LOADERS)
def test_the_sound_file_that_the_odd_ones_are_made_of_is_sound(name: str) -> None:
    if name not in ("claims.yml", "_releases.json"):  # the beginnings of larger files
        assert complaints(name, LOADERS[name][1]) == []


def test_every_kind_of_record_that_macros_read_is_among_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried, record = set[str](), reading.record

    def noting(kind: Any, *given: Any) -> Any:
        tried.add("Manifest" if kind is Manifest else kind.__name__)
        return record(kind, *given)

    monkeypatch.setattr(reading, "record", noting)
    for name, (_, sound) in LOADERS.items():
        complaints(name, sound)
    texts = (file.read_text(encoding="utf-8") for file in (load.ROOT / "macros").rglob("*.py"))
    read = {kind for text in texts for kind in re.findall(r"reading\.record\((\w+),", text)}
    assert read - {"kind"} == tried - {"Run", "Releases", "ReleaseDays"}


@pytest.mark.parametrize("name", LOADERS)
def test_an_odd_file_is_loaded_or_refused_with_file_and_line(name: str) -> None:
    @settings(
        max_examples=FILES // len(LOADERS) or 40,
        derandomize=not FILES,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(files_for(name))
    def attempt(content: bytes) -> None:
        for message in complaints(name, content):
            assert MESSAGE.fullmatch(message), message

    attempt()


HARD = [
    b"[" * 100_000,
    b"- " * 50_000,
    b"{a: " * 50_000,
    b'{"a":' * 50_000,
    b"? " * 5_000,
    b"a: &a [*a]",
    b"&a [&b [*a, *b], *a]",
    b"rows: 9" + b"9" * 10_000,
    b"frameworks: [{id: 1, version: 2026-02-30}]\n",
    b'rows: ["\\ud800"]\n',
    b'{"row": "\\ud800", "python": "3", "cells": {}}',
    b"? [a, b]\n: c\n",
    b"? {a: b}\n: c\n",
    b"<<: {rows: []}\n",
    b"rows: !!set {a, b}\n",
    b"rows: !!python/object/apply:os.system [exit]\n",
    b"%TAG ! tag:x,2000:\n--- !a b\n",
    b"a: 1\n---\nb: 2\n",
    b"rows: 0b" + b"1" * 200_000,
    b"rows: 1:" + b"59:" * 2000 + b"1",
]


@pytest.mark.parametrize("name", LOADERS)
@pytest.mark.parametrize("content", HARD, ids=lambda content: content[:12].decode())
def test_what_breaks_parsers_does_not_break_these(name: str, content: bytes) -> None:
    said = complaints(name, content)
    assert said
    assert all(MESSAGE.fullmatch(message) for message in said)


def test_a_ledger_of_odd_records_is_refused_as_a_whole(tmp_path: Path) -> None:
    for number, content in enumerate(HARD):
        (tmp_path / f"r{number}.json").write_bytes(content)
    with pytest.raises(BadDataError) as caught:
        load.evidence(tmp_path)
    assert len(caught.value.messages) == len(HARD)
