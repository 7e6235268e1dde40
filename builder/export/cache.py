"""Remember the Markdown of contents that did not change, so that a rebuild costs less."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from builder.export import markdown


class Cache:
    """Converts, and remembers in ``file`` what this build asked for and nothing else."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._program = Path(markdown.__file__).read_bytes()
        self._before = self._read()
        self._now: dict[str, str] = {}

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_bytes())
        except (OSError, ValueError):  # nothing yet, or a write that was cut off
            return {}
        return found if isinstance(found, dict) else {}

    def converted(self, content: str) -> str:
        """Return the Markdown of the HTML ``content``."""
        key = hashlib.sha256(self._program + content.encode()).hexdigest()
        text = self._before.get(key) or markdown.convert(content)
        self._now[key] = text
        return text

    def save(self) -> None:
        """Write the file anew where something changed."""
        if self._now.keys() != self._before.keys():
            self._file.parent.mkdir(exist_ok=True)
            self._file.write_text(json.dumps(self._now), encoding="utf-8")
