"""What a build made of texts that did not change, kept in a file, so that a rebuild costs less."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path


class Cache:
    """Remembers in ``file`` what this build asked for and nothing else.

    ``maker`` names all that a result depends on besides its text: versions, or a program.
    """

    def __init__(self, file: Path, maker: str) -> None:
        self._file = file
        self._maker = hashlib.sha256(maker.encode()).hexdigest()
        self._before = self._read()
        self._now: dict[str, str] = {}

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_bytes())
        except (OSError, ValueError):  # nothing yet, or a write that was cut off
            return {}
        return found if isinstance(found, dict) else {}

    def made(self, text: str, make: Callable[[], str]) -> str:
        """Return what ``make`` returns for ``text``, from an earlier build where it is known."""
        result = self.known(text)
        if result is None:
            result = make()
            self.keep(text, result)
        return result

    def known(self, text: str) -> str | None:
        """Return what was made of ``text``, or None."""
        key = self._key(text)
        result = self._now.get(key, self._before.get(key))
        if result is not None:
            self._now[key] = result
        return result

    def keep(self, text: str, result: str) -> None:
        """Remember what was made of ``text``."""
        self._now[self._key(text)] = result

    def _key(self, text: str) -> str:
        return hashlib.sha256(f"{self._maker}\0{text}".encode()).hexdigest()

    def save(self) -> None:
        """Write the file anew where something changed."""
        if self._now.keys() != self._before.keys():
            self._file.parent.mkdir(exist_ok=True)
            self._file.write_text(json.dumps(self._now), encoding="utf-8")
