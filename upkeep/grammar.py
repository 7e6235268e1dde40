"""Grammar, American spelling and style of all prose, by Harper, without a network.

`[tool.prose]` in pyproject.toml names the rules that are off, the phrases that are right
all the same, and the names that no dictionary has.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from harper import Dialect, Linter

from macros.load import ROOT
from upkeep.prose import Prose

_NAME = re.compile(r"\w+[A-Z]\w*|\w*\d\w*|\w")  # a capital or a digit inside, or a letter


class Finding(Protocol):
    """What a linter says of a place in a text."""

    @property
    def span(self) -> Any:
        """The place: ``start`` and ``end``."""

    @property
    def problem_text(self) -> str:
        """The words at that place."""

    @property
    def message(self) -> str:
        """What is wrong with them."""


class Checker(Protocol):
    """What is used of Harper."""

    def organized_lints(self, text: str) -> Mapping[str, Iterable[Finding]]:
        """Return the findings of each rule."""


@dataclass(frozen=True)
class Settings:
    """What the project has decided: rules that are off and phrases that are right, with reasons."""

    off: Mapping[str, str]
    phrases: Mapping[str, str]
    names: tuple[str, ...]

    @cached_property
    def allowed(self) -> re.Pattern[str]:
        """The phrases as one pattern."""
        return re.compile("|".join(map(re.escape, self.phrases)) or r"(?!)", re.IGNORECASE)

    @cached_property
    def known(self) -> frozenset[str]:
        """The names, however they begin."""
        return frozenset(name.lower() for name in self.names)

    def is_name(self, word: str) -> bool:
        """Tell whether a word is a name, by itself or as an owner."""
        bare = word.rstrip(".").removesuffix("'s")
        return bare.lower() in self.known or bool(_NAME.fullmatch(bare))


def settings(root: Path = ROOT) -> Settings:
    """Return the settings in pyproject.toml."""
    chosen = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["prose"]
    return Settings(chosen["off"], chosen["phrases"], tuple(chosen["names"]))


def checker(chosen: Settings) -> Checker:
    """Return Harper with these settings; raises LookupError for a rule that it does not have."""
    linter = Linter(Dialect.AMERICAN)
    rules = linter.get_lint_config()
    if unknown := chosen.off.keys() - rules.keys():
        raise LookupError(f"pyproject.toml: tool.prose.off: no rule {', '.join(sorted(unknown))}")
    linter.set_lint_config(rules | dict.fromkeys(chosen.off, False))
    linter.import_words(list(chosen.names))
    made: Checker = linter
    return made


def faults(made: Checker, prose: Prose, chosen: Settings) -> Iterator[str]:
    """Yield each fault in one line: file, line, words, what is wrong, and the rule."""
    right = [found.span() for found in chosen.allowed.finditer(prose.text)]
    for rule, findings in made.organized_lints(prose.text).items():
        for one in findings:
            start, end = one.span.start, one.span.end
            if any(first <= start and end <= last for first, last in right):
                continue
            if rule == "SpellCheck" and chosen.is_name(one.problem_text):
                continue
            words = " ".join(one.problem_text.split())
            yield f'{prose.file}:{prose.line(start)}: "{words}"; {one.message} ({rule})'
