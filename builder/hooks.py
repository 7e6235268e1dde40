"""What the engine calls around a build: reuse what an earlier build made of the same texts.

An engine that does not call it builds the same pages, only later.
"""

from __future__ import annotations

from typing import Any

_caches: dict[str, Any] = {}


def on_config(config: Any) -> Any:
    """Let the code of pages and their templates come from the caches; called before a build."""
    from builder import compiled, highlighting  # the folder of the project is on the path by now

    _caches.update(code=highlighting.cache(), templates=compiled.cache())
    highlighting.remember(config, _caches["code"])
    texts = config.plugins["macros"].env
    compiled.remember_texts(texts, compiled.Compiled(_caches["templates"]))
    return config


def on_env(env: Any, **_: Any) -> Any:
    """Hand the compiled templates to the theme; called when its environment is made."""
    from builder import compiled

    env.bytecode_cache = compiled.Compiled(_caches["templates"])
    return env


def on_post_build(**_: Any) -> None:
    """Write down what is new; called when all went well."""
    for each in _caches.values():
        each.save()
