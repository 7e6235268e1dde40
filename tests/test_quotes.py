"""Quotations: the words must stand in the pinned archive, whatever the markup around them."""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.cell import Quote
from probes.archives import LOCK, PINS, Pin, pin_anew
from probes.package_index import IndexUnavailableError
from probes.quotes import QuoteResult, QuoteState, archive_versions, find, plain

PAGE = """
Support
=======

Each release is **supported** for
two years; see :ref:`the policy <policy>` and ``MAX_SIZE``.
"""


def pack(cache: Path, files: dict[str, str], link: str | None = None) -> Path:
    """Write the archive of ``tiny`` 1.0 into ``cache`` and return the file that pins it."""
    cache.mkdir(exist_ok=True)
    path = cache / "tiny-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(f"tiny-1.0/{name}")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
        if link:
            info = tarfile.TarInfo("tiny-1.0/link.rst")
            info.type, info.linkname = tarfile.SYMTYPE, link
            archive.addfile(info)
    pins = cache / "archives.txt"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    pins.write_text(f"# the archives\ntiny==1.0 --hash=sha256:{digest}\n")
    return pins


def look_up(tmp_path: Path, words: str, archive: str = "tiny/docs/page.rst") -> QuoteResult:
    """Look ``words`` up in an archive that holds PAGE."""
    pins = pack(tmp_path, {"docs/page.rst": PAGE}, link="docs/page.rst")
    quote = Quote(url="https://docs.example/page", words=words, archive=archive)
    return find(quote, pins, tmp_path)


def test_words_are_found_across_line_ends_and_markup(tmp_path: Path) -> None:
    result = look_up(tmp_path, "Each release is supported for two years; see the policy")
    assert result.holds and result.state is QuoteState.FOUND


def test_the_quotation_may_carry_the_markup_too(tmp_path: Path) -> None:
    assert look_up(tmp_path, "see :ref:`the policy <policy>` and ``MAX_SIZE``").holds


def test_changed_words_are_answered_with_the_nearest_passage(tmp_path: Path) -> None:
    result = look_up(tmp_path, "Each release is supported for three years")
    assert result.state is QuoteState.NOT_FOUND
    assert not result.holds
    assert "Each release is supported for two years" in result.detail


def test_letter_case_counts(tmp_path: Path) -> None:
    assert not look_up(tmp_path, "EACH RELEASE IS SUPPORTED").holds


def test_words_may_not_begin_or_end_inside_a_word(tmp_path: Path) -> None:
    assert not look_up(tmp_path, "ach release is supported").holds
    assert not look_up(tmp_path, "Each release is support").holds


def test_a_file_that_the_archive_lacks_is_named(tmp_path: Path) -> None:
    result = look_up(tmp_path, "Each release is supported", "tiny/docs/other.rst")
    assert result.state is QuoteState.NO_FILE
    assert result.detail == "tiny 1.0 has no docs/other.rst"


def test_a_link_inside_the_archive_is_not_followed(tmp_path: Path) -> None:
    result = look_up(tmp_path, "Each release is supported", "tiny/link.rst")
    assert result.state is QuoteState.NO_FILE


def test_an_archive_that_is_not_pinned_is_answered_with_the_pinned_ones(tmp_path: Path) -> None:
    result = look_up(tmp_path, "Each release is supported", "large/docs/page.rst")
    assert result.state is QuoteState.NO_ARCHIVE
    assert result.detail == "large is not among tiny"


def test_a_quotation_checked_by_hand_says_how() -> None:
    quote = Quote.model_validate(
        {
            "url": "https://docs.example/page",
            "words": "Each release is supported",
            "checked": {"day": "2026-11-22", "how": "read on the page"},
        }
    )
    result = find(quote)
    assert result.holds
    assert result.detail == "2026-11-22: read on the page"


def test_a_file_beyond_the_size_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probes.archives.MEMBER_LIMIT_BYTES", 10)
    with pytest.raises(ValueError, match=r"docs/page\.rst is larger than 10 bytes"):
        look_up(tmp_path, "Each release is supported")


def test_a_damaged_archive_is_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = pack(tmp_path, {"docs/page.rst": PAGE})
    (tmp_path / "tiny-1.0.tar.gz").write_bytes(b"damaged")
    asked: list[str] = []

    def no_network(name: str) -> Any:
        asked.append(name)
        raise IndexUnavailableError("this step needs the network")

    monkeypatch.setattr("probes.package_index.files", no_network)
    quote = Quote(
        url="https://docs.example/page", words="Each release is", archive="tiny/docs/page.rst"
    )
    with pytest.raises(IndexUnavailableError, match="needs the network"):
        find(quote, pins, tmp_path)
    assert asked == ["tiny"]


def test_a_malformed_pin_is_shown(tmp_path: Path) -> None:
    pins = tmp_path / "archives.txt"
    pins.write_text("tiny==1.0\n")
    with pytest.raises(ValueError, match=r"archives\.txt: expected name==version"):
        archive_versions(pins)


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("a ``code`` and *stress* and **more**", "a code and stress and more"),
        (":ref:`text <label>` and :doc:`/page`", "text and /page"),
        (":meth:`~Model.save` of :py:class:`Model`", "Model.save of Model"),
        ("`name <https://docs.example>`_ and `name`_", "name and name"),
        ("[name](https://docs.example) and [name][label]", "name and name"),
        ('<dfn title="what it is">name</dfn>', "name"),
        ("``<int:pk>`` and path[0]", "<int:pk> and path[0]"),
        ("Django\u2019s \u201cview\u201d", 'Django\'s "view"'),
        ("one\n    two\t three", "one two three"),
    ],
)
def test_markup_gives_way_to_what_a_reader_sees(marked: str, read: str) -> None:
    assert plain(marked) == read


def test_every_archive_is_pinned_by_one_hash_and_names_no_index() -> None:
    text = PINS.read_text()
    assert archive_versions()
    assert "://" not in text
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}\n", text)) == len(text.splitlines())


def test_archives_are_pinned_anew_at_the_versions_of_the_lock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wheel = SimpleNamespace(is_source=False, version="2.0", sha256="1" * 64)
    old = SimpleNamespace(is_source=True, version="1.0", sha256="2" * 64)
    new = SimpleNamespace(is_source=True, version="2.0", sha256="3" * 64)
    monkeypatch.setattr("probes.package_index.files", lambda _: [wheel, old, new])
    pins = pin_anew(["tiny"], "other==9\ntiny==2.0 \\\n    --hash=sha256:00\n")
    assert pins == [Pin("tiny", "2.0", "3" * 64)]
    assert str(pins[0]) == f"tiny==2.0 --hash=sha256:{'3' * 64}"


def test_every_archive_has_the_version_that_the_probes_run() -> None:
    compared = LOCK.read_text()
    for name, version in archive_versions().items():
        assert re.findall(rf"^{name}==(\S+)", compared, re.M) == [version]
