"""The file of claims to its model, with a message for every problem in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from macros.claims import Claims
from macros.messages import problem
from macros.model import Comparison
from macros.positions import parse
from macros.problems import BadDataError, Problem, did_you_mean

CLAIMS = Path(__file__).resolve().parents[1] / "data" / "claims.yml"


def read_claims(file: Path, comparison: Comparison) -> Claims:
    """Read the claims; raises BadDataError with every problem, one line each."""
    name = f"data/{file.name}"
    try:
        raw = file.read_bytes()
    except OSError:
        missing = "no such file; expected the claims here; restore it from git"
        raise BadDataError([f"{name}:1: {missing}"]) from None
    data, lines, problems = parse(raw, name)
    claims = None
    try:
        claims = Claims.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems += [problem(Claims, tuple(detail["loc"]), detail) for detail in details]
    if claims is not None:
        problems += [*_names(claims), *_proofs(claims, comparison)]
    if claims is None or problems:
        shown = [f"{name}:{_line(each.path, lines)}: {_text(each, data)}" for each in problems]
        raise BadDataError(shown)
    return claims


def _names(claims: Claims) -> Iterator[Problem]:
    topics = {topic.id for topic in claims.topics}
    times = Counter(claim.id for claim in claims.claims)
    for index, claim in enumerate(claims.claims):
        if claim.topic not in topics:
            yield Problem(
                ("claims", index, "topic"),
                f'there is no topic "{claim.topic}"',
                f"expected one of {', '.join(sorted(topics))}",
                did_you_mean(claim.topic, topics),
            )
        if times[claim.id] > 1:
            yield Problem(
                ("claims", index, "id"),
                f'the id "{claim.id}" is used {times[claim.id]} times',
                "expected an id of its own",
                "rename one of them",
            )


def _proofs(claims: Claims, comparison: Comparison) -> Iterator[Problem]:
    rows = {row.id: set(row.cells) for row in comparison.rows}
    known = [*rows, *(f"{row}.{cell}" for row, cells in rows.items() for cell in cells)]
    for index, claim in enumerate(claims.claims):
        for place, name in enumerate(claim.proof):
            if name not in known:
                yield Problem(
                    ("claims", index, "proof", place),
                    f'there is no row or cell "{name}"',
                    "expected row or row.framework",
                    did_you_mean(name, known),
                )


def _line(path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int]) -> int:
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 1)


def _text(found: Problem, data: object) -> str:
    """Return a problem in words, after the id of the claim that it belongs to."""
    what = f"{found.what}; {found.expected}; {found.mend}"
    if len(found.path) < 2 or not isinstance(data, dict) or not isinstance(found.path[1], int):
        return what
    item = data[found.path[0]][found.path[1]]
    return f"{item['id']}: {what}" if isinstance(item, dict) and "id" in item else what
