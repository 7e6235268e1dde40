"""The commands of an example as a page shows them: one for all, and each behind it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from macros.example_runs import DATABASE, Place, make_command, run_of
from macros.topics import Topic, text_of

PYTHON = ".venv-test/bin/python"
_KEY = "export SECRET_KEY=$(python3 -c 'import secrets; print(secrets.token_urlsafe(32))')"
_FOLDER = "$FOLDER"


def run_blocks(one: Topic, framework: str) -> str:
    """Return the one command in a block, and what it runs in another that is closed."""
    shown = "\n".join(f"    {line}" for line in shell_lines(one, framework))
    return (
        '``` { .sh title="Run it, from the folder of the clone" }\n'
        f"{make_command(one, framework)}\n```\n\n"
        '??? note "The commands behind it"\n\n'
        f'    ``` {{ .sh title="The same by hand" }}\n{shown}\n    ```'
    )


def shell_lines(one: Topic, framework: str) -> Iterator[str]:
    """Return what ``make run`` does, as somebody in the clone types it, one line each."""
    place = Place(f"examples/{one.id}", _FOLDER, "8000")
    run = run_of(one, framework, place)
    yield "export FOLDER=$(mktemp -d)"
    if _mentions(one, framework, '"DATABASE"'):
        yield f'export DATABASE="{_FOLDER}/{DATABASE}"'
    if _mentions(one, framework, '"SECRET_KEY"'):
        yield _KEY
    for name, value in one.environment.items():
        yield f"export {name}={quoted(place.filled([value])[0])}"
    for words in run.setup:
        yield _line(words)
    for words in run.workers:
        yield f"{_line(words)} &"
    yield _line(run.serve)


def _mentions(one: Topic, framework: str, text: str) -> bool:
    return any(text in text_of(path) for path in one.files(framework))


def _line(words: Sequence[str]) -> str:
    return " ".join([PYTHON, *(quoted(word) for word in words)])


def quoted(word: str) -> str:
    """Return ``word`` for a shell, which is to put in the value of FOLDER and nothing else."""
    parts = (shlex.quote(part) if part else "" for part in word.split(_FOLDER))
    return f'"{_FOLDER}"'.join(parts) or "''"
