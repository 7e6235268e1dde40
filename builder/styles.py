"""The style sheets as readers get them: without rules that no page can use, and in one file.

The theme's sheet serves every feature it has; this site switches few of them on. What stays is
decided by the words in the built pages and scripts, so it needs no list to be kept.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

FOLDER = "assets/css"
_CLASSES = re.compile(r'class="([^"]*)"')
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_CLASS_IN_SELECTOR = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_NEGATION = re.compile(r":not\([^()]*\)")
_LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">\s*')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}]')
_TAB = re.compile(r"(\.tabbed-labels) ?> ?:")
_PANEL = re.compile(r"(\.tabbed-content) ?> ?:")
# The last part of a selector where it says "any of these" of plain elements or plain classes.
_LAST_ANY = re.compile(r"(?<=[ >+~]):is\(((?:\.?[\w-]+(?:, ?)?)+)\)((?:::?[\w-]+|\[[^]]*\])*)$")
_PROPERTY = re.compile(r'(?<=[{;])(--[\w-]+):((?:"[^"]*"|[^;}"])*);?')
_READ = re.compile(r"var\((--[\w-]+)")
_SPACE = re.compile(r"\s+")
_TIGHT = re.compile(r" ?([{};,]) ?")
MOST_TABS = 5  # in a set
# No page reads from right to left, or has more tabs; the theme writes rules for both.
_NEVER = re.compile(r"\[dir=rtl\]|\.mermaid|::?-moz-|tabbed.*nth-child\((?:[6-9]|\d\d)\)")


def merge(folder: Path, pages: Mapping[Path, str]) -> dict[Path, str]:
    """Write the one style sheet of all pages; return the pages with a link to it."""
    folder = Path(os.path.normpath(folder))
    names = used_names(pages.values(), _scripts(folder))
    linked = {file: [*_sheets(folder, file, html)] for file, html in pages.items()}
    shared = _shared(linked.values())
    if not shared:
        return dict(pages)
    css = "\n".join(trimmed(sheet.read_text(encoding="utf-8"), names) for sheet in shared)
    css = without_unread_properties(css, "".join(pages.values()))
    target = folder / FOLDER / f"all.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    target.write_text(css, encoding="utf-8")
    below = {sheet: sheet.relative_to(folder).as_posix() for sheet in [*shared, target]}
    return {file: _linked_to(html, folder, file, target, below) for file, html in pages.items()}


def linked(html: str, folder: Path, file: Path, shared: Iterable[str]) -> str:
    """Return a page with a link to the style sheet that was made before, for the same sheets.

    The theme's own sheets are gone since then.
    """
    target = next(folder.glob(f"{FOLDER}/all.*.css"), None)
    if target is None:
        return html
    ours = {Path(os.path.normpath(folder / name)) for name in shared}
    sheets = [each for each in _sheets(folder, file, html) if each in ours or not each.exists()]
    below = {sheet: sheet.relative_to(folder).as_posix() for sheet in [*sheets, target]}
    return _linked_to(html, folder, file, target, below)


def _shared(linked: Iterable[list[Path]]) -> list[Path]:
    """Return the sheets that every page has, in their order."""
    lists = list(linked)
    common = set(lists[0]).intersection(*lists) if lists else set()
    return [sheet for sheet in lists[0] if sheet in common] if lists else []


def _sheets(folder: Path, file: Path, html: str) -> Iterator[Path]:
    for href in _LINK.findall(html):
        yield _file_of(folder, file, href)


def _file_of(folder: Path, file: Path, href: str) -> Path:
    """Return the file that a link of a page names; the 404 page names it from the root."""
    if not href.startswith("/"):
        return Path(os.path.normpath(f"{file.parent}/{href}"))
    parts = href.strip("/").split("/")
    tails = (folder.joinpath(*parts[start:]) for start in range(len(parts)))
    return next((tail for tail in tails if tail.is_file()), folder / href)


def _linked_to(html: str, folder: Path, file: Path, target: Path, below: Mapping[Path, str]) -> str:
    """Return the page with one link in place of those to the sheets in ``below``, by address."""
    first = True

    def replaced(match: re.Match[str]) -> str:
        nonlocal first
        sheet = _file_of(folder, file, match[1])
        if sheet not in below:
            return match[0]
        href = match[1].removesuffix(below[sheet]) + below[target]
        link, first = (f'<link rel="stylesheet" href="{href}">\n' if first else ""), False
        return link

    return _LINK.sub(replaced, html)


def _scripts(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("assets/js/*.js"))]


def used_names(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Return the class names in all pages, and every word that a script could set as one."""
    values = {value for html in pages for value in _CLASSES.findall(html)}
    names = {name for value in values for name in value.split()}
    names.update(word for script in scripts for word in _WORD.findall(script))
    return names | {"js", "no-js"}


def trimmed(css: str, names: set[str]) -> str:
    """Return a style sheet without the rules whose classes no page has."""
    css = css.replace(".focus-visible", ":focus-visible")  # the theme's script made it a class
    return "".join(_kept(_compact(css), names))


def _kept(css: str, names: set[str]) -> Iterator[str]:
    for head, body in _rules(css):
        if head.startswith(("@media", "@supports", "@layer")) and body:
            inner = "".join(_kept(body, names))
            if inner:
                yield f"{head}{{{inner}}}"
        elif body is None or head.startswith("@"):
            yield head + (f"{{{body}}}" if body is not None else ";")
        else:
            selectors = [
                one
                for any_of in _selectors(head)
                for one in named(any_of)
                if _is_usable(one, names)
            ]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield each rule's head and the text between its braces; statements have none."""
    start = depth = opened = 0
    for piece in _PIECE.finditer(css):
        if piece[0] == "{":
            opened = piece.start() if not depth else opened
            depth += 1
        elif piece[0] == "}":
            depth -= 1
            if not depth:
                *statements, head = css[start:opened].split(";")
                yield from ((statement, None) for statement in statements)
                yield head.strip(), css[opened + 1 : piece.start()]
                start = piece.end()


def _selectors(head: str) -> list[str]:
    """Split a list of selectors at its outer commas."""
    parts, depth = [""], 0
    for letter in head:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def named(selector: str) -> list[str]:
    """Return selectors that match the same and end in a name, where that can be had.

    A browser looks rules up by the last name, and tries those without one on every element.
    """
    selector = _TAB.sub(r"\1>label:", _PANEL.sub(r"\1>.tabbed-block:", selector))
    found = _LAST_ANY.search(selector)
    names = [name.strip() for name in found[1].split(",")] if found else []
    # Elsewhere each name would count as much as the weightiest one.
    if not found or len({name[0] == "." for name in names}) > 1:
        return [selector]
    start, end = selector[: found.start()], found[2]
    return [f"{start}{name}{end}" for name in names]


def _is_usable(selector: str, names: set[str]) -> bool:
    if _NEVER.search(selector):
        return False
    positive = _STRING.sub("", _NEGATION.sub("", selector))
    alternatives = re.sub(r":(?:is|where|has)\([^()]*\)", "", positive)
    return all(name in names for name in _CLASS_IN_SELECTOR.findall(alternatives))


def without_unread_properties(css: str, html: str) -> str:
    """Drop custom properties that no rule and no page reads, and those that only such ones read."""
    read = {*_READ.findall(css), *_READ.findall(html)}
    kept = _PROPERTY.sub(lambda match: match[0] if match[1] in read else "", css)
    return kept if kept == css else without_unread_properties(kept, html)


def _compact(css: str) -> str:
    """Return a style sheet without comments and spare white space; strings stay as they are."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f'"{len(kept) - 1}"'

    bare = _STRING.sub(keep, _COMMENT.sub("", css))
    bare = _TIGHT.sub(r"\1", _SPACE.sub(" ", bare)).replace(";}", "}").strip()
    return re.sub(r'"(\d+)"', lambda match: kept[int(match[1])], bare)
