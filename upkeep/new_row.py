"""Ask five questions and write a new row: its entry in the data file, and its probe's skeleton.

Both are written or neither. The probe fails until it is filled in, and so does the row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from macros import load
from macros.fields import Short
from macros.load import ROOT
from macros.model import Comparison, Row
from macros.problems import BadDataError, did_you_mean

Ask = Callable[[str], str]
FILL_IN = "fill in"


class UnfinishedError(Exception):
    """The questions were not answered to the end."""


@dataclass(frozen=True)
class Answers:
    """The five answers."""

    group: str
    id: str
    title: str
    question: str
    aliases: tuple[str, ...]


def asked(data: Comparison, ask: Ask, say: Callable[[str], None]) -> Answers:
    """Ask until all five answers are sound; raises UnfinishedError at the end of the input."""
    groups = [group.id for group in data.groups]
    say(f"Groups: {', '.join(groups)}")
    questions: Mapping[str, tuple[str, Callable[[str], str]]] = {
        "group": ("1/5 Group: ", lambda text: _one_of(text, groups)),
        "id": ("2/5 Id (csrf_protection): ", lambda text: _new_id(text, data)),
        "title": ("3/5 Title (CSRF protection): ", lambda text: _valid("title", text)),
        "question": ("4/5 Question (ends with ?): ", lambda text: _valid("question", text)),
        "aliases": ("5/5 Other words for it, by commas: ", _aliases),
    }
    given = {key: _until_sound(ask, say, *each) for key, each in questions.items()}
    aliases = tuple(word.strip() for word in given.pop("aliases").split(",") if word.strip())
    return Answers(aliases=aliases, **given)


def _until_sound(
    ask: Ask, say: Callable[[str], None], prompt: str, check: Callable[[str], str]
) -> str:
    while True:
        try:
            text = ask(prompt).strip()
        except (EOFError, KeyboardInterrupt):
            raise UnfinishedError("no answer; nothing was written") from None
        problem = check(text)
        if not problem:
            return text
        say(f"  {problem}")


def _one_of(text: str, known: Sequence[str]) -> str:
    return "" if text in known else f'no group "{text}"; {did_you_mean(text, known)}'


def _new_id(text: str, data: Comparison) -> str:
    if text in {row.id for row in data.rows}:
        return f'there is a row "{text}" already; expected a new id'
    return _valid("id", text)


def _aliases(text: str) -> str:
    found = (_problem(Short, word.strip()) for word in text.split(",") if word.strip())
    return next((problem for problem in found if problem), "")


def _valid(key: str, text: str) -> str:
    field = Row.model_fields[key]
    return _problem(field.rebuild_annotation(), text)


def _problem(kind: Any, text: str) -> str:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        return f'"{text}": {error.errors()[0]["msg"]}; expected another text'
    return ""


def write(answers: Answers, root: Path = ROOT) -> list[Path]:
    """Write entry and probe; return both files.

    Raises BadDataError, and leaves everything as it was, where the data file with the new
    entry would not be sound, or the probe is there already.
    """
    data = root / load.DATA.relative_to(ROOT)
    probe = root / "probes" / answers.group / f"{answers.id}.py"
    before = data.read_text(encoding="utf-8")
    fresh = data.with_suffix(".new")
    try:
        fresh.write_text(_with_entry(before, answers, load.read(data)), encoding="utf-8")
        comparison = load.read(fresh)
        _write_new(probe, skeleton(answers, [each.id for each in comparison.frameworks]))
        fresh.replace(data)
    finally:
        fresh.unlink(missing_ok=True)
    return [data, probe]


def _write_new(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(content)
    except FileExistsError:
        name = f"probes/{file.parent.name}/{file.name}"
        raise BadDataError(
            [f"{name}:1: the probe is there already; expected no such file; take another id"]
        ) from None


def _with_entry(text: str, answers: Answers, data: Comparison) -> str:
    """Return the data file with the entry behind the last row of its group."""
    lines = text.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if re.match(r"  - id: ", line)]
    last = data.rows_of(answers.group)[-1:] or data.rows[-1:]
    at = lines.index(f"  - id: {last[0].id}\n", lines.index("rows:\n"))
    end = next((number for number in starts if number > at), len(lines))
    body = "".join(lines[:end])
    return f"{body.rstrip()}\n{''.join(_entry(answers, data))}{''.join(lines[end:])}"


def _entry(answers: Answers, data: Comparison) -> Iterator[str]:
    yield f"  - id: {answers.id}\n    group: {answers.group}\n"
    yield f"    title: {_quoted(answers.title)}\n    question: {_quoted(answers.question)}\n"
    yield f"    aliases: [{', '.join(_quoted(alias) for alias in answers.aliases)}]\n"
    yield "    cells:\n"
    for framework in data.frameworks:
        yield f"      {framework.id}:\n        support: none\n        answer: {FILL_IN}\n"
        yield f"        observed: {FILL_IN}\n        docs: {framework.docs}\n"


def _quoted(text: str) -> str:
    """Return ``text`` as YAML writes it on one line."""
    return yaml.safe_dump(text, width=10_000, allow_unicode=True).removesuffix("...\n").strip()


def skeleton(answers: Answers, frameworks: Sequence[str]) -> str:
    """Return the source of a probe that fails until it is filled in."""
    functions = [
        f'def {name}() -> str:\n    """Say here in one sentence what is tried."""\n'
        f'    raise NotImplementedError("{answers.id}: write the probe of {name}")\n'
        for name in frameworks
    ]
    heading = answers.question.replace("\\", "").replace('"', "'")
    return f'"""{heading}"""\n\n\n' + "\n\n".join(functions)
