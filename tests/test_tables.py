"""Tables are made on the server, read well aloud, and keep their anchors."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from macros import badges, proofs, prose, sections, tables
from macros.evidence import Evidence, Observation
from macros.ledger import Ledger
from macros.levels import State, Support
from macros.raw import RawHtml, raw
from macros.view import View

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<a href='data:text/html,x'>x</a>",
    "&lt;script&gt;",
)


def parsed(html: str) -> ET.Element:
    body = re.sub(r"<!--/?raw-->", "", html).replace("<wbr>", "")
    body = re.sub(r"(<input[^>]*)>", r"\1/>", body)
    return ET.fromstring(f"<body>{body}</body>")


@pytest.fixture
def view(small_ledger: Ledger) -> View:
    return View(small_ledger, root="../")


def test_a_table_has_a_caption_scopes_and_a_region_to_scroll(view: View) -> None:
    table = parsed(tables.matrix(view))
    region = table.find(".//div[@role='region']")
    assert region is not None
    assert (region.get("role"), region.get("tabindex")) == ("region", "0")
    assert "Flask 3.1.3" in (table.findtext(".//caption") or "")
    assert {head.get("scope") for head in table.iter("th")} == {"col", "row", "rowgroup"}


def test_controls_offer_what_leaves_a_choice(view: View, ledger: Ledger) -> None:
    def offered(html: str) -> dict[str, list[str]]:
        return {
            field.get("name", ""): [option.get("value", "") for option in field]
            for field in parsed(html).iter("select")
        }

    few = offered(tables.group_table(view, "security"))
    assert few["level"] == ["", "third_party", "partial"]
    assert few["for"] == ["", "flask", "django"]
    assert not {"group", "pair", "state"} & set(few)
    many = offered(tables.matrix(View(ledger)))
    assert many["group"] == ["", *(group.id for group in ledger.comparison.groups)]
    assert many["pair"] == ["", "fastapi-flask", "fastapi-django", "flask-django"]
    assert "group" not in offered(tables.group_table(View(ledger), "security"))


def test_a_row_names_the_pairs_that_answer_alike(ledger: Ledger) -> None:
    lines = {line.get("id"): line for line in parsed(tables.matrix(View(ledger))).iter("tr")}
    for row in ledger.comparison.rows:
        same = lines[row.id].get("data-same", "").split()
        assert ("fastapi-django" in same) != tables.differ(row, "fastapi", "django")


def test_a_glance_has_no_controls(view: View) -> None:
    assert "<form" not in tables.rows_table(view, ["csrf"], "One row")


def test_each_row_and_cell_has_its_anchor_once(view: View) -> None:
    ids = [element.get("id") for element in parsed(tables.matrix(view)).iter() if element.get("id")]
    assert ids == ["csrf", "csrf-flask", "csrf-django"]


def test_the_table_of_a_group_leaves_the_row_anchor_to_the_section(view: View) -> None:
    table = parsed(tables.group_table(view, "security"))
    assert [element.get("id") for element in table.iter("tr") if element.get("id")] == []
    assert next(table.iter("a")).get("href") == "#csrf"


def test_symbol_and_word_stand_beside_each_other(view: View) -> None:
    text = " ".join(parsed(tables.matrix(view)).itertext())
    assert "◇ Third party" in text
    assert "◐ Partly" in text


def test_cells_do_not_run_together_for_the_search_index(view: View) -> None:
    assert not re.search(r"</t[dh]><t[dh]|</tr><tr", tables.matrix(view))


def test_a_pair_leaves_out_what_both_answer_alike(ledger: Ledger) -> None:
    rows = ledger.comparison.rows
    same = [row.id for row in rows if not tables.differ(row, "flask", "django")]
    html = tables.pair_table(View(ledger), "flask", "django")
    assert same
    assert not [row_id for row_id in same if f'id="{row_id}"' in html]
    assert "FastAPI 0" not in html


def test_an_unknown_group_is_an_error_with_a_guess(view: View) -> None:
    with pytest.raises(LookupError, match=r'no group "secruity".*did you mean "security"'):
        tables.group_table(view, "secruity")


def test_a_section_names_question_answers_and_other_words(view: View) -> None:
    section = sections.group_sections(view, "security")
    assert section.startswith("### CSRF protection { #csrf }")
    for words in ("Is a form post without a token refused?", "Only with the middleware.", "xsrf"):
        assert words in section


def test_a_citation_shows_the_state_and_leads_to_the_proof(view: View) -> None:
    link = parsed(prose.cite(view, "csrf", "django")).find("a")
    assert link is not None
    assert link.get("href") == "../evidence/security/django/#csrf-django"
    assert "".join(link.itertext()) == "≠ disagrees"


def test_a_citation_of_a_row_shows_its_weakest_state(view: View) -> None:
    cells = {
        "django": Observation(observed="403", experiment="Post.", versions={"Django": "6.1.3"})
    }
    half = replace(view.ledger, evidence={"csrf": Evidence(row="csrf", python="3.13", cells=cells)})
    assert "●<span> proved</span>" in prose.cite(View(half), "csrf", "django")
    assert "≠<span> disagrees</span>" in prose.cite(View(half), "csrf")


def test_no_line_breaks_between_a_word_and_its_mark(view: View) -> None:
    mark = prose.cite(view, "csrf", "django")
    assert prose.with_marks_bound(f"Refused {mark}.") == f"Refused&nbsp;{mark}."
    assert prose.with_marks_bound(f"| Forms {mark} |") == f"| Forms {mark} |"


def test_counts_know_what_can_be_counted(view: View) -> None:
    assert [prose.count(view.ledger, what) for what in ("rows", "cells", "proved")] == [1, 2, 0]
    with pytest.raises(LookupError, match='nothing to count is called "row"'):
        prose.count(view.ledger, "row")


def test_every_level_and_state_is_explained() -> None:
    key = badges.legend()
    assert all(word in key for word in [*(s.word for s in Support), *(s.word for s in State)])


def test_both_values_are_shown_where_claim_and_record_differ(view: View) -> None:
    cells = {"flask": Observation(observed="500", experiment="Post.", versions={"Flask": "3.1.3"})}
    record = Evidence(row="csrf", python="3.13", cells=cells)
    lying = View(replace(view.ledger, evidence={"csrf": record}))
    html = proofs.framework_proofs(lying, "security", "flask", {}, "https://example.org")
    assert "<code>200</code>" in html
    assert "<code>500</code>" in html
    assert "≠ Disagrees" in html


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_from_the_data_cannot_inject_markup(attack: str, small_ledger: Ledger) -> None:
    row = small_ledger.comparison.rows[0]
    cell = row.cells["flask"].model_copy(update={"note": attack, "answer": attack[:70]})
    bad = row.model_copy(update={"cells": {**row.cells, "flask": cell}})
    data = small_ledger.comparison.model_copy(update={"rows": (bad,)})
    html = sections.group_sections(View(replace(small_ledger, comparison=data)), "security")
    elements = list(parsed(html[html.index("<!--raw-->") :]).iter())
    assert not {element.tag for element in elements} & {"script", "img", "style", "iframe"}
    assert not [e for e in elements if any(name.startswith("on") for name in e.attrib)]
    targets = [element.get("href", "#") for element in elements]
    assert all(target.startswith(("https://", "#", "../", "evidence/")) for target in targets)


def test_finished_html_passes_through_markdown_untouched() -> None:
    import markdown

    html = "<div>\n<p>*not* emphasis</p>\n\n<table></table>\n</div>"
    out = markdown.markdown(f"before\n{raw(html)}after *it*", extensions=[RawHtml()])
    assert out == f"<p>before</p>\n{html}\n<p>after <em>it</em></p>"
