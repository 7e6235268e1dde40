"""The processes that lay out the book: in order, measured, and told where one ends early."""

from __future__ import annotations

import os

import pytest

from book import workers
from book.layout import Laid, Piece

# Only the processes of these tests are forked beside the threads of the test runner.
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")


def jobs(*sizes: int) -> list[Piece]:
    return [Piece("x" * size, "", f"{number}.pdf") for number, size in enumerate(sizes)]


def quiet(*_: object) -> None:
    """Tell nobody how far it is."""


def test_pieces_come_back_in_their_order_with_the_memory_they_took(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "lay_out", lambda job: Laid(job.target))
    workshop = workers.Workshop(quiet)
    made = workshop.lay_out(jobs(1, 3, 2, 5))
    assert [laid.target for laid in made] == ["0.pdf", "1.pdf", "2.pdf", "3.pdf"]
    assert workshop.megabytes > 1


def test_a_process_that_ends_early_is_told_in_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "lay_out", lambda job: os._exit(9))
    with pytest.raises(workers.LostPieceError, match=r"piece 0 ended with 9 .* free some"):
        workers.Workshop(quiet).lay_out(jobs(1))
