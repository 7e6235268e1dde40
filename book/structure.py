"""The structure of a piece: what says nothing taken out, each head of a table with what it heads.

The layout engine makes an element of each box and one more of each line of its text. Most are
spans of nothing, four fifths of all objects of the book; their text belongs to what holds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_HOLLOW = frozenset(("/Span", "/NonStruct"))
_GROUPS = frozenset(("/Document", "/Part", "/Art", "/Sect"))  # they hold elements, not text
_BARE = frozenset(("Type", "S", "K", "Pg", "P"))  # an element with these alone says nothing


def lighten(pdf: Any) -> None:
    """Leave in the structure of a file that is being made what tells a reader something."""
    tree = _Tree(pdf)
    tree.hollow_out()
    tree.answer_anew()
    for element in tree.told:
        _scope(tree, element)


class _Tree:
    """The elements of a file by the numbers of their objects."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.elements = {item.number: item for item in _of_type(pdf, "/StructElem")}
        self.told: list[Any] = []
        self.owner: dict[int, Any] = {}  # of a hollow element: what has its text now

    def of(self, reference: Any) -> Any:
        """Return the element that a reference names, or None."""
        return self.elements.get(_number(reference)) if isinstance(reference, bytes) else None

    def hollow_out(self) -> None:
        """Give what hollow elements hold to the elements above them."""
        document = next(each for each in self.elements.values() if each["S"] == "/Document")
        waiting = [document]
        while waiting:
            element = waiting.pop()
            self.told.append(element)
            element["K"][:] = self._kids(element, element)
            waiting += [kid for kid in map(self.of, element["K"]) if kid is not None]
        kept = {element.number for element in self.told}
        for number, element in self.elements.items():
            if number not in kept:
                element.free = "f"

    def _kids(self, element: Any, owner: Any) -> Iterator[Any]:
        for kid in list(element["K"]):
            below = self.of(kid)
            if below is None:
                yield kid
            elif _is_hollow(below) and owner["S"] not in _GROUPS:
                self.owner[below.number] = owner
                yield from self._kids(below, owner)
            else:
                below["P"] = owner.reference
                self.owner[below.number] = below
                yield kid

    def answer_anew(self) -> None:
        """Let the text of each page name its new element; what has none only decorates."""
        root = next(_of_type(self.pdf, "/StructTreeRoot"))
        nums = self.pdf.objects[_number(root["ParentTree"])]["Nums"]
        for index in range(1, len(nums), 2):
            if isinstance(nums[index], bytes):  # of a link
                nums[index] = self.owner[_number(nums[index])].reference
            else:
                self._answer_page(nums[index - 1], nums[index])

    def _answer_page(self, page: int, texts: list[bytes]) -> None:
        said = [self.owner.get(_number(each)) for each in texts]
        texts[:] = [each.reference for each in said if each is not None]
        page_object = self.pdf.objects[self.pdf.pages["Kids"][3 * page]]
        _decorate(self.pdf.objects[_number(page_object["Contents"])].stream, said)


def _of_type(pdf: Any, kind: str) -> Iterator[Any]:
    """Yield the objects of a type."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == kind:
            yield item


def _is_hollow(element: Any) -> bool:
    return element["S"] in _HOLLOW and element.keys() <= _BARE


def _decorate(stream: list[Any], said: list[Any]) -> None:
    """Mark the running heads as what no reader needs to be told; they are drawn last."""
    silent = [place for place, element in enumerate(said) if element is None]
    if silent != list(range(len(said) - len(silent), len(said))):
        raise ValueError(f"{silent}: text without a place in the structure is not drawn last")
    at = len(stream)
    while silent:
        at -= 1
        marked = stream[at]
        if isinstance(marked, dict) and marked.get("MCID") == silent[-1]:
            stream[at - 1 : at + 2] = ["/Artifact", b"BMC"]
            silent.pop()


def _scope(tree: _Tree, element: Any) -> None:
    """Say what a head heads, once: lists of heads in each cell only repeat it."""
    if element["S"] == "/TH":
        above = tree.of(tree.of(element["P"])["P"])
        element["A"]["Scope"] = "/Column" if above["S"] == "/THead" else "/Row"
        element.pop("ID", None)
    elif element["S"] == "/TD":
        element["A"].pop("Headers", None)


def _number(reference: bytes) -> int:
    return int(reference[: reference.index(b" ")])
