"""The last "proved" of a paragraph spells its word, and a page says which one that is."""

from __future__ import annotations

from builder.marks import brief

LAST = '<a class="cite st-proved" href="#a" title="A: 200">●<span> proved</span></a>'
EARLY = LAST.replace('st-proved"', 'st-proved brief"')
QUOTED = '<a class="cite st-quoted" href="#b" title="B">❝<span> quoted</span></a>'


def test_of_the_marks_of_a_paragraph_the_last_spells_its_word() -> None:
    assert brief(f"<p>One {LAST}, two {LAST}.</p>") == f"<p>One {EARLY}, two {LAST}.</p>"


def test_a_mark_in_another_paragraph_changes_nothing() -> None:
    apart = f"<ul><li>One {LAST}.</li>\n<li>Two {LAST}.</li></ul>"
    assert brief(apart) == apart


def test_a_mark_of_another_state_keeps_its_word_and_takes_none() -> None:
    assert brief(f"<p>{LAST} {QUOTED}</p>") == f"<p>{LAST} {QUOTED}</p>"
    assert brief(f"<p>{QUOTED} {LAST}</p>") == f"<p>{QUOTED} {LAST}</p>"


def test_a_mark_with_words_of_its_own_makes_no_other_brief() -> None:
    own = '<a class="cite st-proved" href="#c" title="C">3 tests</a>'
    assert brief(f"<p>{LAST} {own}</p>") == f"<p>{LAST} {own}</p>"
