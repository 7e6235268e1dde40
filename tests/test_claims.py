"""Claims, questions and decisions: each is proved, each can be linked to, nothing is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import load, runs_file
from macros.bench_results import Results
from macros.claims import (
    LONGEST_QUOTE,
    Claims,
    Verdict,
    claim_count,
    claim_sections,
    claim_table,
    verdict_badge,
    verdict_legend,
)
from macros.claims_file import CLAIMS, read_claims
from macros.ledger import Ledger
from macros.problems import BadDataError
from macros.view import View

DOCS = load.ROOT / "docs"
QUESTIONS = ("speed", "building", "apis", "people")
SERIES_OR_OPINION = ("is-flask-dead", "learn-first", "generated-code", "who-uses-what")
CITE = re.compile(r'\{\{ (?:cite|answer)\("(\w+)"(?:, "(\w+)")?\) \}\}')
SOURCE = re.compile(r"\]\(https://")
HEADING = re.compile(
    r"^##+ (?P<title>.+?) \{ #(?P<id>[\w-]+) \}\n\n(?P<text>.*?)(?=^##|\Z)", re.M | re.S
)
GOOD = """\
topics:
  - {id: speed, title: Speed}
claims:
  - id: flask_open
    topic: speed
    title: Flask accepts forged posts
    quote: Flask accepts every post
    source: {name: Somewhere, url: "https://claims.example/", date: "2026-01-02"}
    verdict: holds
    finding: A post without a token was accepted.
    proof: [csrf.flask]
"""


@pytest.fixture(scope="module")
def claims() -> Claims:
    return read_claims(CLAIMS, load.read(load.DATA))


def sections(name: str) -> list[re.Match[str]]:
    """Return the headings with an anchor of one page, each with the text below it."""
    return list(HEADING.finditer((DOCS / name).read_text(encoding="utf-8")))


def questions() -> list[re.Match[str]]:
    return [found for page in QUESTIONS for found in sections(f"questions/{page}.md")]


def messages(text: str, ledger: Ledger, folder: Path) -> list[str]:
    file = folder / "claims.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadDataError) as found:
        read_claims(file, ledger.comparison)
    return list(found.value.messages)


def test_there_are_thirty_claims_and_more(claims: Claims) -> None:
    assert len(claims.claims) >= 30


def test_every_verdict_is_used(claims: Claims) -> None:
    assert {claim.verdict for claim in claims.claims} == set(Verdict)


def test_every_claim_has_a_proof_and_every_verdict_on_behavior_a_row(claims: Claims) -> None:
    tested = {Verdict.HOLDS, Verdict.CONDITIONS, Verdict.WRONG}
    assert [c.id for c in claims.claims if not (c.proof or c.further)] == []
    assert [c.id for c in claims.claims if c.verdict in tested and not c.proof] == []


def test_every_quotation_is_short_and_says_where_it_stands(claims: Claims) -> None:
    quoted = [claim for claim in claims.claims if claim.quote]
    assert [c.id for c in quoted if len((c.quote or "").split()) > LONGEST_QUOTE] == []
    assert [c.id for c in quoted if c.source is None] == []


def test_the_lesson_that_the_site_grew_from_is_checked_too(claims: Claims) -> None:
    assert claim_count(claims, "leyaa.ai") >= 10


def test_every_topic_has_a_page_that_shows_its_claims(claims: Claims) -> None:
    for topic in claims.topics:
        page = (DOCS / "claims" / f"{topic.id}.md").read_text(encoding="utf-8")
        assert f'claim_sections("{topic.id}")' in page
        assert claims.of(topic.id)


def sections_of(file: Path, ledger: Ledger) -> str:
    """Return the sections of the claims about speed in a file, with the published runs."""
    claims = read_claims(file, ledger.comparison)
    return claim_sections(View(ledger), claims, "speed", Results(runs_file.published(), "code"))


def test_a_claim_shows_words_source_verdict_and_proof(small_ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "claims.yml"
    file.write_text(GOOD, encoding="utf-8")
    shown = sections_of(file, small_ledger)
    assert "{ #flask_open }" in shown
    assert "“Flask accepts every post”" in shown
    assert '<a href="https://claims.example/">Somewhere</a>, 2026-01-02' in shown
    assert verdict_badge(Verdict.HOLDS) in shown
    assert "CSRF protection, Flask: Accepted" in shown


def test_a_claim_about_speed_shows_what_was_measured_and_leads_to_the_chapter(
    small_ledger: Ledger, tmp_path: Path
) -> None:
    file = tmp_path / "claims.yml"
    file.write_text(f"{GOOD}    measured: {{blocking: different}}\n", encoding="utf-8")
    shown = sections_of(file, small_ledger)
    assert "Measured: Waiting in FastAPI, 100 connections: awaited against blocking" in shown
    assert 'performance/#ten-comparisons">Performance</a>' in shown


@pytest.mark.parametrize(
    ("measured", "message"),
    [
        ("blocking: not resolved", 'says "not resolved" of blocking, the records say "different"'),
        ("blocking: less", 'says "less" of blocking, the records say "more"'),
        ("blocked: different", 'no comparison "blocked"; there are usual_fastapi'),
    ],
)
def test_a_finding_that_the_records_do_not_carry_stops_the_build_and_is_named(
    small_ledger: Ledger, tmp_path: Path, measured: str, message: str
) -> None:
    file = tmp_path / "claims.yml"
    file.write_text(f"{GOOD}    measured: {{{measured}}}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=message) as found:
        sections_of(file, small_ledger)
    assert str(found.value).startswith("data/claims.yml: flask_open: ")


def test_a_claim_that_one_is_faster_than_another_is_measured(claims: Claims) -> None:
    quoted = [claim for claim in claims.of("speed") if re.search("faster|req/", claim.quote or "")]
    assert len(quoted) >= 3
    assert [claim.id for claim in quoted if not claim.measured] == []


def test_a_finding_that_two_differ_rests_on_which_way(claims: Claims) -> None:
    measured = [verdict for claim in claims.claims for verdict in claim.measured.values()]
    assert "different" not in measured


def test_the_table_leads_to_each_claim(claims: Claims, ledger: Ledger) -> None:
    table = claim_table(View(ledger, root="../"), claims)
    for claim in claims.claims:
        assert f'href="../claims/{claim.topic}/#{claim.id}"' in table


def test_the_legend_explains_every_verdict() -> None:
    assert all(verdict.word in verdict_legend() for verdict in Verdict)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("csrf.flask", "csfr.flask", 'there is no row or cell "csfr.flask"'),
        ("csrf.flask", "csrf.rails", 'there is no row or cell "csrf.rails"'),
        ("    proof: [csrf.flask]\n", "", "the verdict has no proof"),
        ("topic: speed", "topic: sped", 'there is no topic "sped"'),
        ("every post", "every post " * 20, "expected at most 25"),
        ("    quote: Flask accepts every post\n", "", "has either quote or commonly"),
        ("verdict: holds", "verdict: mostly", 'verdict "mostly" is not'),
    ],
)
def test_a_bad_claim_is_named_with_what_to_do(
    small_ledger: Ledger, tmp_path: Path, old: str, new: str, message: str
) -> None:
    found = messages(GOOD.replace(old, new, 1), small_ledger, tmp_path)
    assert any(message in line for line in found), found
    assert all(line.startswith("data/claims.yml:") for line in found)


def test_two_claims_with_one_id_are_both_named(small_ledger: Ledger, tmp_path: Path) -> None:
    twice = GOOD + GOOD.partition("claims:\n")[2]
    found = messages(twice, small_ledger, tmp_path)
    assert len([line for line in found if 'the id "flask_open" is used 2 times' in line]) == 2


def test_an_unknown_topic_has_no_page(claims: Claims) -> None:
    with pytest.raises(LookupError, match="no topic"):
        claims.of("weather")


def test_thirty_questions_have_an_anchor_each() -> None:
    ids = [found["id"] for found in questions()]
    assert len(ids) >= 30
    assert len(set(ids)) == len(ids)


def test_every_question_is_answered_in_its_first_sentence_and_says_what_it_depends_on() -> None:
    for found in questions():
        assert found["text"].startswith("**"), found["title"]
        assert "**It depends on" in found["text"], found["title"]


def test_every_question_has_a_proof_or_a_dated_source() -> None:
    for found in questions():
        assert CITE.search(found["text"]) or SOURCE.search(found["text"]), found["title"]


def test_every_question_stands_in_the_list() -> None:
    listed = (DOCS / "questions" / "index.md").read_text(encoding="utf-8")
    for page in QUESTIONS:
        for found in sections(f"questions/{page}.md"):
            assert f"[{found['title']}]({page}.md#{found['id']})" in listed


def test_what_cannot_be_measured_has_sources_instead_of_a_score() -> None:
    by_id = {found["id"]: found["text"] for found in questions()}
    for name in SERIES_OR_OPINION:
        assert SOURCE.search(by_id[name]), name
        assert "score" not in by_id[name].lower(), name


def test_every_record_of_a_decision_is_linked_dated_and_tied_to_rows() -> None:
    records = sections("decisions.md")
    assert len(records) >= 8
    for found in records:
        assert SOURCE.search(found["text"]), found["title"]
        assert re.search(r"\b20[12]\d\b", found["text"]), found["title"]
        assert CITE.search(found["text"]), found["title"]


def test_every_record_stands_in_the_table_of_decisions() -> None:
    text = (DOCS / "decisions.md").read_text(encoding="utf-8")
    for found in sections("decisions.md"):
        assert f"](#{found['id']})" in text, found["title"]


def test_every_citation_names_a_row_and_a_framework(ledger: Ledger) -> None:
    pages = [*(DOCS / "questions").glob("*.md"), DOCS / "decisions.md"]
    rows = {row.id: set(row.cells) for row in ledger.comparison.rows}
    for page in pages:
        for row, framework in CITE.findall(page.read_text(encoding="utf-8")):
            assert row in rows, f"{page.name}: {row}"
            assert not framework or framework in rows[row], f"{page.name}: {row}.{framework}"
