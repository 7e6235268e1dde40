"""The records of the benchmark: what is read, what is refused, and with which words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import report
from benchmarks.writer import text_of, write
from macros import runs_file
from macros.problems import BadDataError
from macros.runs import CrossCheck
from tests.bench_records import record


def refusal(file: Path) -> str:
    with pytest.raises(BadDataError) as caught:
        runs_file.read(file)
    assert len(caught.value.messages) == 1
    return caught.value.messages[0]


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    made = record()
    write(made, tmp_path / "run.json")
    assert runs_file.read(tmp_path / "run.json") == made.model_copy(update={"name": "run"})


def test_a_record_has_a_line_for_each_sample_and_stays_small() -> None:
    text = text_of(record())
    assert text.count('"loop"') == len(record().samples)
    assert len(text.splitlines()) > len(record().samples)
    assert len(text) < 400_000


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON, or it is cut off"),
        (b"{", "not JSON, or it is cut off"),
        (b"\x00\xff", "not JSON, or it is cut off"),
        (b"[" * 100_000, "not JSON, or it is cut off"),
        (b"[]", "no schema_version"),
        (b'{"results": 1}', "no schema_version"),
        (b'{"schema_version": 99}', "schema_version is 99; expected schema_version 1"),
        (b'{"schema_version": 1}', "kind: Field required"),
    ],
)
def test_what_is_no_record_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "foreign.json"
    file.write_bytes(content)
    message = refusal(file)
    assert message.startswith("foreign.json:1: ")
    assert words in message


def test_a_record_that_is_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    text, file = text_of(record(rounds=1)), tmp_path / "cut.json"
    for end in range(0, len(text) - 2, 7919):
        file.write_text(text[:end], encoding="utf-8")
        assert refusal(file)


def test_a_sample_of_a_row_that_the_plan_has_not_is_refused(tmp_path: Path) -> None:
    data = json.loads(text_of(record(rounds=1)))
    data["samples"][3]["row"] = "hello_other"
    file = tmp_path / "run.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert "names hello_other, which the plan has not" in refusal(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "none.json")


def test_every_bad_record_of_a_folder_is_named_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.json").write_text("{", encoding="utf-8")
    with pytest.raises(BadDataError) as caught:
        runs_file.published(tmp_path)
    assert len(caught.value.messages) == 2


def test_a_smoke_record_is_never_published(tmp_path: Path) -> None:
    write(record(kind="smoke"), tmp_path / "smoke.json")
    write(record(), tmp_path / "full.json")
    assert [run.kind for run in runs_file.published(tmp_path)] == ["full"]
    assert "publishes no number" in report.text(record(kind="smoke"))


def test_the_report_is_a_function_of_the_record_alone() -> None:
    assert report.text(record()) == report.text(record())
    assert report.text(record()).count("n = 8") == 11, "ten comparisons and the control"


def test_two_records_are_compared_by_their_ratios() -> None:
    text = report.comparison(record(seed=1), record(seed=2))
    assert text.count("drift") == 10
    assert "agree" in text


def test_a_record_without_a_round_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(record(), tmp_path / "whole.json")
    write(record(status="capped", samples=()), tmp_path / "empty.json")
    both = [str(tmp_path / name) for name in ("whole.json", "empty.json")]
    assert command.main(["compare", *both]) == 1
    assert capsys.readouterr().err.startswith("empty.json:1: the run ended before its first round")


def test_what_two_records_measured_in_two_ways_is_not_compared() -> None:
    old = record(seed=1)
    old = old.model_copy(update={"software": old.software.model_copy(update={"method": 1})})
    text = report.comparison(old, record(seed=2))
    assert text.count("drift") == 9
    assert "measured in two ways, methods 1 and 3; not compared" in text


def test_a_withheld_rate_is_printed_nowhere() -> None:
    made = record()
    loud = tuple(each.model_copy(update={"marks": ("cut",)}) for each in made.samples)
    withheld = made.model_copy(update={"samples": loud})
    assert "withheld: too many samples are marked" in report.text(withheld)
    assert "requests per second" not in report.text(withheld)
    assert "withheld in the second record" in report.comparison(made, withheld)


def test_a_cross_check_that_is_far_off_is_marked() -> None:
    far = CrossCheck(row="hello_flask_gthread", tool="wrk", ours=2700, theirs=3050)
    assert "(-11%)  (more than 10% apart)" in report.text(record(cross_checks=(far,)))
    assert "apart" not in report.text(record())


def test_the_committed_records_are_sound() -> None:
    for run in runs_file.published():
        assert run.plan.rounds >= 8
        assert len(run.plan.headlines) == 10
        assert "/home/" not in run.model_dump_json()
