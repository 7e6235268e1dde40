"""The examples on the pages: code and commands in tabs, and tables of what they took."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from macros import example_counts as counts
from macros import reading
from macros.example_shell import run_blocks
from macros.problems import BadDataError
from macros.text import escape, inline
from macros.topics import (
    FRAMEWORKS,
    LANGUAGES,
    ROOT,
    Topic,
    text_of,
    topic,
    topics,
    unknown,
)

_CALL = re.compile(r"""\{\{\s*example\(\s*["']([^"']*)["']""")
_MARKER = re.compile(r"(?:#|//|<!--|\{#) \(\d+\)!")


def example(topic_id: str, root: Path = ROOT) -> str:
    """Return the Markdown of an example: three tabs of code and commands, and what it took."""
    one = topic(topic_id, root)
    tabs = [_tab(one, framework) for framework in FRAMEWORKS]
    return "\n".join(["", *tabs, "", _what_it_took(one), ""])


def examples_table(way: str = "", root: Path = ROOT) -> str:
    """Return the table over all topics: what each framework takes for each task.

    ``way`` leads from the page to the folder of the topics' pages.
    """
    found = topics(root)
    rows = [_topic_row(one, way) for one in found]
    heads = [_column_head(framework) for framework in FRAMEWORKS]
    day_one = [one for one in found if not one.packages("django") + one.assembled("django")]
    foot = [
        "<tbody>",
        *_foot_row(f"All {len(found)} tasks", lambda f: _total(found, f)),
        *_foot_row(f"The {len(day_one)} that Django has ready", lambda f: _needed(day_one, f)),
        "</tbody>",
    ]
    head = ["<tr>", '<th scope="col">Task</th>', *heads, "</tr>"]
    caption = f"{len(found)} tasks: lines written, packages beyond the framework, own assembly"
    return _table(caption, head, [*(line for row in rows for line in row)], foot)


def problems(root: Path = ROOT) -> list[str]:
    """Return all that is wrong with the examples and their use, one message each."""
    known = {one.id: one for one in topics(root)}
    checks = [partial(_topic_problems, root, one) for one in known.values()]
    pages = sorted((root / "docs").rglob("*.md"))
    checks += [partial(_page_problems, root, page, known) for page in pages]
    return [message for check in checks for message in _told(check)]


def _told(check: Callable[[], Iterator[str]]) -> list[str]:
    """Return what a check finds, or why it cannot read its file."""
    try:
        return list(check())
    except BadDataError as error:
        return list(error.messages)


def _page_problems(root: Path, page: Path, known: dict[str, Topic]) -> Iterator[str]:
    text = reading.text(page)
    for call in _CALL.finditer(text):
        if call[1] not in known:
            line = text.count("\n", 0, call.start()) + 1
            yield f"{page.relative_to(root).as_posix()}:{line}: {unknown(call[1], known)}"


def _tab(one: Topic, framework: str) -> str:
    blocks = [_file_block(one, path) for path in one.files(framework)]
    body = "\n\n".join([run_blocks(one, framework), *blocks])
    lines = [f"    {line}" if line else "" for line in body.splitlines()]
    return "\n".join([f'=== "{FRAMEWORKS[framework]}"', "", *lines, ""])


def _file_block(one: Topic, path: Path) -> str:
    inside = path.relative_to(one.folder).as_posix()
    shown = f"examples/{one.id}/{inside}"
    language = LANGUAGES[path.suffix]
    if language == "html+jinja" and inside.startswith("django_"):
        language = "html+django"
    notes = [f"{number}. {note}" for number, note in enumerate(one.notes(inside), 1)]
    options = f"{{ .{language} .annotate title=\"{shown}\" }}" if notes else (
        f'{language} title="{shown}"'
    )  # fmt: skip
    block = f'``` {options}\n--8<-- "{shown}"\n```'
    return "\n\n".join([block, "\n".join(notes)]) if notes else block


def _what_it_took(one: Topic) -> str:
    rows: dict[str, Callable[[str], str]] = {
        "Lines written": lambda f: str(counts.written(one, f)),
        "Lines that a tool generated": lambda f: str(counts.generated(one, f)),
        "Files": lambda f: str(len(one.files(f))),
        "Packages beyond the framework": lambda f: _listed(one.packages(f)),
        "Distributions that all this installs": lambda f: _installed(one, f),
        "Assembled by yourself, in our judgment": lambda f: _listed(one.assembled(f)),
    }
    heads = [_column_head(framework) for framework in FRAMEWORKS]
    head = ["<tr>", '<th scope="col">What</th>', *heads, "</tr>"]
    body: list[str] = []
    for label, value in rows.items():
        body += ["<tr>", f'<th scope="row">{label}</th>']
        body += [f'<td data-label="{name}">{value(f)}</td>' for f, name in FRAMEWORKS.items()]
        body.append("</tr>")
    return _table(f"{one.title}: what it took", head, body, [])


def _installed(one: Topic, framework: str) -> str:
    number = counts.installed(one, framework, one.folder.parents[1])
    return "not counted yet" if number is None else str(number)


def _column_head(framework: str) -> str:
    name = f'<span class="fw fw-{framework}">{FRAMEWORKS[framework]}</span>'
    return f'<th scope="col">{name}</th>'


def _topic_row(one: Topic, way: str) -> list[str]:
    link = f'<th scope="row"><a href="{way}{one.id}/">{escape(one.title)}</a></th>'
    cells = [
        f'<td data-label="{name}">\n{_summary(one, framework)}\n</td>'
        for framework, name in FRAMEWORKS.items()
    ]
    return [f'<tr id="{one.id}">', link, *cells, "</tr>"]


def _summary(one: Topic, framework: str) -> str:
    parts = [_counted(counts.written(one, framework), "line")]
    if generated := counts.generated(one, framework):
        parts.append(f"<small>and {generated} generated</small>")
    if one.packages(framework):
        parts.append(f"<small>Packages: {_listed(one.packages(framework))}</small>")
    if one.assembled(framework):
        parts.append(f"<small>Assembled: {_listed(one.assembled(framework))}</small>")
    return "<br>\n".join(parts)


def _foot_row(label: str, value: Callable[[str], str]) -> list[str]:
    cells = [f'<td data-label="{name}">\n{value(f)}\n</td>' for f, name in FRAMEWORKS.items()]
    return ["<tr>", f'<th scope="row">{label}</th>', *cells, "</tr>"]


def _needed(found: Sequence[Topic], framework: str) -> str:
    """Return the packages and the number of parts that some topics take together."""
    packages = sorted({name for one in found for name in one.packages(framework)}, key=str.lower)
    parts = sum(len(one.assembled(framework)) for one in found)
    return f"{_listed(packages)}<br>\nand {_counted(parts, 'assembled part')}"


def _total(found: Sequence[Topic], framework: str) -> str:
    lines = sum(counts.written(one, framework) for one in found)
    generated = sum(counts.generated(one, framework) for one in found)
    packages = {package for one in found for package in one.packages(framework)}
    assembled = sum(len(one.assembled(framework)) for one in found)
    sums = [
        f"{_counted(lines, 'line')} written",
        f"{_counted(generated, 'line')} generated",
        _counted(len(packages), "package"),
        _counted(assembled, "assembled part"),
    ]
    return "<br>\n".join(sums)


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _listed(words: Sequence[str]) -> str:
    return "; ".join(inline(word) for word in words) if words else "nothing"


def _table(caption: str, head: Sequence[str], body: Sequence[str], foot: Sequence[str]) -> str:
    parts = [
        f'<div class="td-table" role="region" tabindex="0" aria-label="{escape(caption)}">',
        f'<table class="td-grid">\n<caption>{escape(caption)}</caption>',
        *["<thead>", *head, "</thead>"],
        *["<tbody>", *body, "</tbody>"],
        *foot,
        "</table>\n</div>\n",
    ]
    return "\n".join(parts)


def _topic_problems(root: Path, one: Topic) -> Iterator[str]:
    where = f"examples/{one.id}"
    for framework in FRAMEWORKS:
        if not one.files(framework):
            yield (f"{where}:1: no program for {framework}; expected {framework}_app.py or "
                   f"{framework}_app/ or {framework}_project/; write it")  # fmt: skip
        for path in one.files(framework):
            yield from _note_problems(where, one, path)
    if not (one.folder / f"test_{one.id}.py").is_file():
        yield f"{where}:1: no test; expected test_{one.id}.py; write it"
    if not (root / "docs" / "build" / f"{one.id}.md").is_file():
        yield f"{where}:1: no page; expected docs/build/{one.id}.md; write it"


def _note_problems(where: str, one: Topic, path: Path) -> Iterator[str]:
    inside = path.relative_to(one.folder).as_posix()
    markers, notes = len(_MARKER.findall(text_of(path))), len(one.notes(inside))
    if markers != notes:
        yield (f"{where}/{inside}:1: {markers} markers and {notes} notes; expected one note a "
               f'marker; list them under "notes" in topic.json')  # fmt: skip
