"""What a probe may ask for by naming a parameter: a folder, servers, clean environments.

Probes import their framework and nothing of ours; the runner hands them these tools, as
a test runner hands fixtures to a test.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from probes.environments import clean_env
from probes.postgres import postgres
from probes.serving import Serve
from probes.zygote import zygote


def call_with_fixtures(probe: Callable[..., str], folder: Path, used: list[str]) -> str:
    """Call ``probe`` with the fixtures that its parameters name and return what it saw.

    Names of distributions that fixtures start or install are added to ``used``.
    Raises LookupError for a parameter that names no fixture.
    """
    with ExitStack() as stack:
        makers: dict[str, Callable[[], Any]] = {
            "tmp_path": lambda: folder,
            "serve": lambda: Serve(folder, used, stack.enter_context(zygote())),
            "postgres": lambda: stack.enter_context(postgres(folder)),
            "clean_env": lambda: clean_env,
        }
        names = inspect.signature(probe).parameters
        unknown = sorted(set(names) - set(makers))
        if unknown:
            raise LookupError(f"no fixture named {unknown[0]}; there are {', '.join(makers)}")
        return probe(**{name: makers[name]() for name in names})
