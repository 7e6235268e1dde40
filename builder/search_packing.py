"""Write the search's words and places in few bytes; docs/assets/js/search.js reads them back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

MOST_SHARED = 25  # a capital tells how much: A for nothing, Z for 25 letters
# A gap ends with one of 57 characters, # to [, after any of 34 that tell of more, ] to ~. The
# quotation mark and the backslash, which JSON would escape, lie outside.
_LAST, _MORE = ord("#"), ord("]")
_LASTS, _MORES = _MORE - 1 - _LAST, ord("~") + 1 - _MORE
_UNNAMED = re.compile(r"[^a-z0-9_ -]")
_JOINTS = re.compile(r"[ -]+")


def words(ordered: Iterable[str]) -> str:
    """Return sorted small words in one, each as what it shares with the one before and the rest."""
    packed, before = [], ""
    for word in ordered:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        shared = min(len(list(same)), MOST_SHARED)
        packed.append(chr(ord("A") + shared) + word[shared:])
        before = word
    return "".join(packed)


def places(ascending: Sequence[int]) -> str:
    """Return the gaps between the numbers of sections."""
    pairs = zip([-1, *ascending], ascending, strict=False)
    return "".join(_gap(after - before - 1) for before, after in pairs)


def _gap(number: int) -> str:
    digits = ""
    while number >= _LASTS:
        number, digit = divmod(number - _LASTS, _MORES)
        digits += chr(_MORE + digit)
    return digits + chr(_LAST + number)


def anchor(given: str, title: str) -> str:
    """Return an anchor, or only its joint where it is made of the title's words."""
    bare = _UNNAMED.sub("", title.lower())
    return next((joint for joint in "-_" if _JOINTS.sub(joint, bare) == given), given)
