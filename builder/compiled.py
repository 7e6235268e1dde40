"""Templates as an earlier build compiled them: those of the theme, and the text of each page."""

from __future__ import annotations

import base64
import sys
from importlib.metadata import version
from typing import Any

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket

from builder.cache import Cache
from macros.load import ROOT

FILE = ROOT / ".cache" / "templates.json"


def cache() -> Cache:
    """Return the cache of the project."""
    return Cache(FILE, f"{version('jinja2')} {sys.version}")


class Compiled(BytecodeCache):
    """The compiled templates that Jinja asks for, from a file."""

    def __init__(self, known: Cache) -> None:
        self._known = known

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where its template is known; called by Jinja."""
        if known := self._known.known(_name(bucket)):
            bucket.bytecode_from_string(base64.b64decode(known))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what the bucket holds; called by Jinja."""
        self._known.keep(_name(bucket), base64.b64encode(bucket.bytecode_to_string()).decode())

    def code_of(self, environment: Environment, source: str) -> Any:
        """Return the code of a template that has no name, compiled where it is not known."""
        bucket = self.get_bucket(environment, "", None, source)
        if bucket.code is None:
            bucket.code = environment.compile(source)
            self.set_bucket(bucket)
        return bucket.code


def _name(bucket: Bucket) -> str:
    return f"{bucket.key} {bucket.checksum}"


def remember_texts(environment: Environment, compiled: Compiled) -> None:
    """Let an environment compile no text that is known.

    Jinja remembers the templates of a loader alone, and the macros' plugin gives it texts.
    """

    def from_string(source: str, given: Any = None, template_class: Any = None) -> Template:
        code = compiled.code_of(environment, source)
        kind = template_class or environment.template_class
        made: Template = kind.from_code(environment, code, environment.make_globals(given))
        return made

    environment.from_string = from_string  # type: ignore[method-assign, assignment]  # the plugin calls it
