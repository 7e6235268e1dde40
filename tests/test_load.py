"""Bad data is told in one clear line a problem, all problems at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import load
from macros.problems import BadDataError
from tests.conftest import SMALL


def messages(text: str | bytes, folder: Path) -> list[str]:
    file = folder / "comparison.yml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(BadDataError) as caught:
        load.read(file)
    return list(caught.value.messages)


def line_of(needle: str, text: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if needle in line)


def changed(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


def test_the_small_file_is_sound(small_file: Path) -> None:
    assert [row.id for row in load.read(small_file).rows] == ["csrf"]


def test_an_unknown_key_is_named_with_its_line_and_a_guess(tmp_path: Path) -> None:
    text = changed("        note: Only", "        notes: Only")
    found = messages(text, tmp_path)
    line = line_of("notes:", text)
    assert found[0].startswith(f"comparison.yml:{line}: csrf, django: unknown key")
    assert 'did you mean "note"?' in found[0]


def test_a_misspelt_level_gets_a_guess(tmp_path: Path) -> None:
    text = changed("support: partial", "support: partal")
    (found,) = messages(text, tmp_path)
    line = line_of("partal", text)
    assert found.startswith(f'comparison.yml:{line}: csrf, django: support "partal" is not a level')
    assert found.endswith('did you mean "partial"?')


def test_a_missing_cell_is_named(tmp_path: Path) -> None:
    text = SMALL[: SMALL.index("      django:\n")]
    (found,) = messages(text, tmp_path)
    assert found.startswith(f"comparison.yml:{line_of('cells:', text)}: csrf: the cell of django")


def test_a_duplicate_id_is_named_where_it_stands_again(tmp_path: Path) -> None:
    row = SMALL[SMALL.index("  - id: csrf") :]
    (found,) = messages(SMALL + row, tmp_path)
    line = SMALL.count("\n") + 1
    assert found.startswith(f'comparison.yml:{line}: csrf: the row id "csrf" is used twice')


def test_an_unknown_group_gets_a_guess(tmp_path: Path) -> None:
    found = messages(changed("group: security", "group: secruity"), tmp_path)
    assert any('unknown group "secruity"' in m and 'mean "security"?' in m for m in found)


def test_an_unknown_framework_gets_a_guess(tmp_path: Path) -> None:
    found = messages(changed("      flask:\n", "      flsk:\n"), tmp_path)
    assert any('unknown framework "flsk"' in m and 'mean "flask"?' in m for m in found)


@pytest.mark.parametrize("address", ["http://flask.example/", "flask.example", "https://"])
def test_a_bad_address_is_refused(address: str, tmp_path: Path) -> None:
    (found,) = messages(changed("https://flask.example/csrf/", address), tmp_path)
    assert "csrf, flask: " in found
    assert "is not a web address; expected one that starts with https://" in found


def test_partial_needs_a_note(tmp_path: Path) -> None:
    (found,) = messages(changed("        note: Only with the middleware.\n", ""), tmp_path)
    assert "csrf, django: partial needs a note" in found


def test_third_party_needs_a_package(tmp_path: Path) -> None:
    (found,) = messages(changed("        package: Flask-WTF\n", ""), tmp_path)
    assert "csrf, flask: third_party needs a package" in found


def test_two_kinds_of_evidence_are_one_too_many(tmp_path: Path) -> None:
    text = changed('observed: "403"', 'observed: "403"\n        judged: Because we think so.')
    (found,) = messages(text, tmp_path)
    assert "found observed and judged as evidence" in found


QUOTE = """quote:
          url: https://flask.example/csrf/
          words: No form is checked here.
          archive: flask/docs/csrf.rst"""


def test_a_quotation_needs_the_reason_why_no_program_answers(tmp_path: Path) -> None:
    text = changed('observed: "200"', QUOTE)
    (found,) = messages(text, tmp_path)
    assert "csrf: quote and untestable go together" in found
    file = tmp_path / "sound.yml"
    reason = "    untestable: A promise.\n    cells:\n"
    file.write_text(text.replace("    cells:\n", reason), encoding="utf-8")
    assert load.read(file).rows[0].untestable == "A promise."


def test_a_number_where_text_belongs_asks_for_quotes(tmp_path: Path) -> None:
    (found,) = messages(changed('observed: "403"', "observed: 403"), tmp_path)
    assert (
        'csrf, django: observed is not text; expected text; put it in quotes: observed: "200"'
        in found
    )


def test_a_syntax_error_names_its_line(tmp_path: Path) -> None:
    (found,) = messages(changed("groups:\n", "groups: [\n"), tmp_path)
    assert found.startswith("comparison.yml:")
    assert "YAML syntax" in found


def test_a_key_given_twice_is_a_problem(tmp_path: Path) -> None:
    text = changed('observed: "403"', 'observed: "403"\n        observed: "200"')
    (found,) = messages(text, tmp_path)
    line = line_of('"403"', text) + 1
    assert found.startswith(f"comparison.yml:{line}: csrf, django: the key")


def test_an_alias_is_a_problem(tmp_path: Path) -> None:
    text = changed("note: Only with the middleware.", "note: *again")
    text = text.replace("answer: Accepted", "answer: &again Accepted")
    assert any("an alias (*name)" in message for message in messages(text, tmp_path))


def test_a_wrong_encoding_names_the_byte_and_its_line(tmp_path: Path) -> None:
    text = SMALL.encode() + b"# caf\xe9\n"
    (found,) = messages(text, tmp_path)
    line = text.count(b"\n", 0, text.index(b"\xe9")) + 1
    assert found.startswith(f"comparison.yml:{line}: byte 0xe9 is not UTF-8")


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    (found,) = messages("", tmp_path)
    assert found.startswith("comparison.yml:1: the file is empty")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadDataError, match="no such file or directory; expected the data file"):
        load.read(tmp_path / "comparison.yml")


@pytest.mark.parametrize("text", ["just words\n", "- a\n- list\n", "rows: 3\n", "null\n"])
def test_another_shape_is_a_problem_and_not_a_crash(text: str, tmp_path: Path) -> None:
    assert all(m.startswith("comparison.yml:") for m in messages(text, tmp_path))


def test_ten_megabytes_of_nonsense_are_refused(tmp_path: Path) -> None:
    found = messages("rows:\n" + "  - {id: x, nonsense: 1}\n" * 420_000, tmp_path)
    assert found[0].startswith("comparison.yml:1: ")


def test_a_file_beyond_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.positions.LARGEST_BYTES", 100)
    (found,) = messages(SMALL, tmp_path)
    assert "expected at most 0 MB" in found


def test_all_problems_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = changed("support: partial", "support: partal").replace("group: security", "group: x")
    text = text.replace("https://flask.example/csrf/", "nowhere")
    lines = [int(m.split(":")[1]) for m in messages(text, tmp_path)]
    assert len(lines) >= 3
    assert lines == sorted(lines)


def test_a_bad_record_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "csrf.json").write_text('{"row": "csrf"}', encoding="utf-8")
    with pytest.raises(BadDataError, match=r"csrf\.json:1: .*run it again"):
        load.evidence(tmp_path)


def test_a_line_opens_on_the_day_of_its_first_release(tmp_path: Path) -> None:
    line = """
     lines: [{version: "3.1", released: 2024-11-13, source: "https://flask.example/",
       note: No date is promised.}],
     tagline: A small core"""
    text = changed('version: "3.1.3"', 'version: "3.1.0"').replace(
        "\n     tagline: A small core", line
    )
    (found,) = messages(text, tmp_path)
    assert "flask: 3.1.0 was released on 2026-02-18 and its line 3.1 on 2024-11-13" in found


def test_names_that_the_data_does_not_have_suggest_a_near_one(small_file: Path) -> None:
    with pytest.raises(LookupError, match='did you mean "csrf"'):
        load.read(small_file).row("crsf")
