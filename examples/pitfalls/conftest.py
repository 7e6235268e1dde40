"""What all tests of the pitfalls share: loading a file, serving it, sending requests together."""

import asyncio
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import httpx
import pytest

from probes.serving import Serve

HERE = Path(__file__).parent


@pytest.fixture
def asserted() -> dict[str, float]:
    """Return the numbers that the pages print."""
    numbers: dict[str, float] = json.loads((HERE / "asserted.json").read_text("utf-8"))["numbers"]
    return numbers


@pytest.fixture(scope="module")
def load() -> Iterator[Callable[[str], ModuleType]]:
    """Import a file of this folder anew, under a name that Flask can find it by."""

    def load_file(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        patch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    with pytest.MonkeyPatch.context() as patch:
        yield load_file


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    """Start servers whose working folder is empty."""
    return Serve(tmp_path, [])


@pytest.fixture
def seconds() -> Callable[[str, int], float]:
    """Send requests together and return how long all of them took."""

    async def together(address: str, count: int) -> float:
        async with httpx.AsyncClient(timeout=60) as client:
            started = time.perf_counter()
            await asyncio.gather(*(client.get(address) for _ in range(count)))
            return time.perf_counter() - started

    return lambda address, count: asyncio.run(together(address, count))
