"""Release dates: the newest final release counts, and a silent index gets one clear message."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pypi_simple import DistributionPackage, PyPISimple

from macros.ledger import Ledger
from probes.package_index import IndexedFile, IndexUnavailableError, files
from probes.releases import Release, final_of, newest, newest_of, release_of

PAGE = """
<a href="t-1.0.tar.gz#sha256=00" data-upload-time="2026-01-02T03:04:05.6Z">t-1.0.tar.gz</a>
<a href="t-1.2-py3-none-any.whl" data-upload-time="2026-03-05T00:00:00Z">t-1.2-py3-none-any.whl</a>
<a href="t-1.2.tar.gz" data-upload-time="2026-03-04T00:00:00Z">t-1.2.tar.gz</a>
"""


class Answer:
    """What the index answers, as much of it as is read."""

    def __init__(self, text: str, status: int = 200) -> None:
        self.text, self.status_code = text, status
        self.content, self.encoding, self.url = text.encode(), "utf-8", "https://index.example/t/"
        self.headers = {"content-type": "text/html"}

    def raise_for_status(self) -> None:
        """Accept every status, as no test asks for a failing one here."""


def answer(monkeypatch: pytest.MonkeyPatch, reply: Answer | OSError) -> None:
    """Let the index answer with ``reply``, without any network."""

    def get(self: PyPISimple, *_: Any, **__: Any) -> Answer:
        if isinstance(reply, OSError):
            raise reply
        return reply

    monkeypatch.setattr("requests.Session.get", get)


def listed(version: str, day: str, yanked: bool = False) -> IndexedFile:
    """Make a file of the index by hand."""
    package = DistributionPackage(
        filename=f"t-{version}.tar.gz", url="", project="t", version=version,
        package_type="sdist", digests={}, requires_python=None, has_sig=None,
        is_yanked=yanked, upload_time=datetime.now(UTC),
    )  # fmt: skip
    return IndexedFile(package, date.fromisoformat(day))


def test_versions_are_compared_as_numbers_not_as_text() -> None:
    files = [listed("1.10", "2026-02-01"), listed("1.9", "2026-01-01")]
    assert newest_of("t", files) == Release("1.10", date(2026, 2, 1))


def test_pre_releases_and_withdrawn_files_do_not_count() -> None:
    files = [
        listed("1.0", "2026-01-01"),
        listed("2.0rc1", "2026-02-01"),
        listed("3.0", "2026-03-01", yanked=True),
    ]
    assert newest_of("t", files) == Release("1.0", date(2026, 1, 1))


def test_a_release_is_dated_by_its_first_file() -> None:
    files = [listed("1.0", "2026-01-09"), listed("1.0", "2026-01-02")]
    assert release_of("t", "1.0", files) == Release("1.0", date(2026, 1, 2))


def test_a_version_that_is_not_listed_is_named() -> None:
    with pytest.raises(LookupError, match=r"no date for t 9\.9"):
        release_of("t", "9.9", [listed("1.0", "2026-01-01")])


def test_a_pre_release_counts_where_there_is_nothing_else() -> None:
    files = [listed("1.0a1", "2026-01-01"), listed("1.0b2", "2026-02-01")]
    assert newest_of("t", files) == Release("1.0b2", date(2026, 2, 1))


def test_a_distribution_that_was_withdrawn_entirely_is_named() -> None:
    with pytest.raises(LookupError, match="no release of t"):
        newest_of("t", [listed("1.0", "2026-01-01", yanked=True)])


def test_a_series_has_each_final_release_that_is_still_offered_oldest_first() -> None:
    files = [
        listed("1.10", "2026-03-01"),
        listed("1.9", "2026-02-09"),
        listed("1.9", "2026-02-02"),
        listed("1.10rc1", "2026-02-20"),
        listed("1.11", "2026-04-01", yanked=True),
    ]
    found = final_of(files)
    assert list(found.items()) == [("1.9", date(2026, 2, 2)), ("1.10", date(2026, 3, 1))]


def test_the_days_of_an_html_answer_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, Answer(PAGE))
    assert newest("t") == Release("1.2", date(2026, 3, 4))


def test_hashes_and_kinds_of_an_html_answer_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, Answer(PAGE))
    assert [(file.version, file.is_source, file.sha256) for file in files("t")] == [
        ("1.0", True, "00"), ("1.2", False, None), ("1.2", True, None),
    ]  # fmt: skip


def test_an_unknown_distribution_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, Answer("", status=404))
    with pytest.raises(LookupError, match="knows no distribution named t"):
        newest("t")


def test_without_network_one_message_says_what_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, ConnectionError("no route"))
    with pytest.raises(IndexUnavailableError, match="about t; this step needs the network"):
        newest("t")


def test_the_day_in_the_note_of_a_version_is_the_day_of_the_index(ledger: Ledger) -> None:
    data, releases = ledger.comparison, ledger.releases
    assert releases is not None
    for framework in data.frameworks:
        known = releases.packages[framework.package]
        said = f"The package index lists {known.version} with {known.released}."
        assert said in (data.cell("maturity_marker", framework.id).note or "")
