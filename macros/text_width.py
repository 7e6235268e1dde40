"""How wide a text is at most, where nobody can ask the reader's font."""

from __future__ import annotations

import unicodedata

# Thousandths of the size that a character takes at most in Verdana and DejaVu Sans.
_WIDTHS = {
    **dict.fromkeys("'ijlIJ", 300),
    **dict.fromkeys(" ,./:;\\|·\u2019", 340),
    **dict.fromkeys("f-()[]tr!", 415),
    **dict.fromkeys('"*_`szc?\u2013\u201c\u201d', 555),
    **dict.fromkeys("mwMW%@—", 1000),
    **dict.fromkeys("+<=>^~#&ADGHNOQUCBEKPRVXZYL✓✚✗≠", 840),
    **dict.fromkeys("◇◐●▲◌◷", 880),
}
_USUAL, _WIDE = 660, 1000
BOLD = 1.14  # times as wide


def ems(text: str) -> float:
    """Return the width of ``text`` in sizes of its font."""
    return sum(map(_width_of, text)) / 1000


def _width_of(character: str) -> int:
    usual = _WIDE if unicodedata.east_asian_width(character) in "WF" else _USUAL
    return _WIDTHS.get(character, usual)
