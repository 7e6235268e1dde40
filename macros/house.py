"""What each module of the project is for: the first line of its file, as a table."""

from __future__ import annotations

import ast
import inspect
import tokenize
from pathlib import Path

from macros.load import ROOT

_BEFORE = (tokenize.ENCODING, tokenize.COMMENT, tokenize.NL)


def modules(package: str, root: Path = ROOT) -> str:
    """Return a Markdown table of the modules of ``package``; raises LookupError without any."""
    rows = [
        f"| `{file.name}` | {_purpose(file)} |" for file in sorted((root / package).glob("*.py"))
    ]
    if not rows:
        raise LookupError(f'no package "{package}"; expected a folder with Python files')
    return "\n".join(["| Module | What for |", "| --- | --- |", *rows]) + "\n"


def _purpose(file: Path) -> str:
    """Return the first line of a module's text, without what a table would misread."""
    with file.open("rb") as lines:  # the rest of the file need not be understood
        tokens = tokenize.tokenize(lines.readline)
        first = next(token for token in tokens if token.type not in _BEFORE)
    said = inspect.cleandoc(ast.literal_eval(first.string)) if first.type == tokenize.STRING else ""
    return said.partition("\n")[0].replace("|", "\\|")
