"""The numbers of pages: written into a finished page, with the room of a short one before it."""

from __future__ import annotations

import pytest

from book import numbers

SIGNS = f"{numbers.SIGNS} p."
FACE = numbers.Face(
    "F1",
    {b"%04x" % code: sign for code, sign in enumerate(SIGNS)},
    {b"%04x" % code: 500.0 for code in range(len(SIGNS))},
)


def shown(text: str, squeeze: int = 0) -> bytes:
    """Return how the layout shows a text, its letters closer by some thousandths."""
    space = b"%d" % squeeze if squeeze else b""
    return b"[" + b"".join(b"<%04x>" % SIGNS.index(sign) + space for sign in text) + b"] TJ"


def page(text: str, squeeze: int = 0, font: str = "F1") -> bytes:
    return b"BT\n/%s 8 Tf\n%s\nET" % (font.encode(), shown(text, squeeze))


def glyphs(text: str) -> bytes:
    return b"<" + b"".join(b"%04x" % SIGNS.index(sign) for sign in text) + b">"


def written(content: bytes) -> bytes:
    return numbers.write(content, FACE, lambda place: {0: "7", 12: "45", 13: "678"}[place])


def test_a_place_becomes_the_number_of_its_page() -> None:
    assert glyphs(" p.678") in written(page(" p.00013"))


def test_zero_becomes_the_number_of_the_page_itself() -> None:
    assert glyphs("7") in written(page("00000"))


def test_a_number_of_three_digits_begins_where_the_layout_left_room_for_it() -> None:
    assert b"[" + glyphs("678") + b"] TJ" in written(page("00013", squeeze=200))


def test_the_room_that_a_short_number_leaves_stands_before_its_words() -> None:
    assert b"[-500" + glyphs("45") + b"] TJ" in written(page("00012", squeeze=200))
    left = 8 * (500 - 125) - 5 * 500
    assert b"[%d" % -left + glyphs(" p.45") + b"] TJ" in written(page(" p.00012", squeeze=125))


def test_at_the_beginning_of_a_line_no_room_is_left_before_a_number() -> None:
    assert b"[" + glyphs("p.45") + b"] TJ" in written(page("p.00012"))


def test_the_signs_that_only_bring_the_font_are_not_printed() -> None:
    assert b"[<>] TJ" in written(page(numbers.SIGNS))


def test_what_stands_in_another_font_stays() -> None:
    assert written(page("00012", font="F2")) == page("00012", font="F2")
    both = page("00012") + b"\n" + page("00012", font="F2")
    assert written(both).endswith(page("00012", font="F2"))


@pytest.mark.parametrize("text", ["p.", "12", "i"])
def test_what_is_no_number_in_the_font_of_numbers_is_an_error(text: str) -> None:
    with pytest.raises(numbers.UnknownGlyphError, match="in the font of page numbers is no number"):
        written(page(text))


def test_a_glyph_without_a_character_is_an_error() -> None:
    with pytest.raises(numbers.UnknownGlyphError, match="glyph ffff: no character is known"):
        written(b"/F1 8 Tf [<ffff>] TJ")


def test_a_font_says_which_glyph_stands_for_which_character() -> None:
    told = b"2 beginbfchar\n<000A> <0070>\n<0003> <0031>\nendbfchar"
    assert numbers.glyph_map(told) == {b"000a": "p", b"0003": "1"}
