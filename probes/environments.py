"""Fresh virtual environments that hold exactly one locked set: the ``clean_env`` fixture.

What a clean install costs can only be seen in an environment that holds nothing else. The
sets are ``requirements/clean-<name>.txt``, pinned by hash; a finished environment is kept
in ``.cache/clean`` under the hash of its set, so only the first run needs the package index.
"""

from __future__ import annotations

import fcntl
import hashlib
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements"
CACHE = ROOT / ".cache" / "clean"
RUN_SECONDS = 50.0
INSTALL_SECONDS = 300.0

_NAMES = """
import importlib.metadata
for distribution in importlib.metadata.distributions():
    print(distribution.name)
"""


@dataclass(frozen=True)
class CleanEnvironment:
    """A virtual environment that holds one locked set and nothing else."""

    folder: Path

    @property
    def python(self) -> Path:
        """Return the path of the environment's interpreter."""
        return self.folder / "bin" / "python"

    @property
    def packages(self) -> Path:
        """Return the folder that the distributions are installed in."""
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        return self.folder / "lib" / version / "site-packages"

    def run(self, code: str) -> str:
        """Run ``code`` with the environment as its folder; return what it printed, stripped.

        Raises RuntimeError with the program's own error output when it fails.
        """
        finished = _finish([str(self.python), "-I", "-c", code], RUN_SECONDS, self.folder)
        if finished.returncode != 0:
            raise RuntimeError(f"the code failed in {self.folder.name}:\n{finished.stderr}")
        return finished.stdout.strip()

    def distributions(self) -> list[str]:
        """Return the names of the installed distributions, sorted."""
        return sorted(self.run(_NAMES).splitlines(), key=str.lower)

    def files(self, pattern: str = "*") -> list[Path]:
        """Return the installed files whose names match ``pattern``, without byte code."""
        found = self.packages.rglob(pattern)
        return sorted(path for path in found if path.is_file() and path.suffix != ".pyc")

    def megabytes(self) -> float:
        """Return the size of the installed files in MB (1,000,000 bytes), without byte code."""
        return sum(path.stat().st_size for path in self.files()) / 1_000_000


def clean_env(
    name: str, requirements: Path = REQUIREMENTS, cache: Path = CACHE
) -> CleanEnvironment:
    """Return the clean environment of the set ``name``; make it first where it is missing.

    Raises LookupError for a set that has no file, RuntimeError when it cannot be installed.
    """
    locked = requirements / f"clean-{name}.txt"
    if not locked.is_file():
        known = sorted(path.stem[6:] for path in requirements.glob("clean-*.txt"))
        raise LookupError(f"no clean set named {name}; there are {', '.join(known)}")
    folder = cache / _key(name, locked.read_bytes())
    cache.mkdir(parents=True, exist_ok=True)
    with _locked(cache / f"{folder.name}.lock"):
        if not folder.is_dir():
            _make(name, locked, folder)
    return CleanEnvironment(folder)


def _key(name: str, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()[:12]
    return f"{name}-{digest}-{platform.python_version()}"


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock file ``path``, so that two probes never build the same environment."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _make(name: str, locked: Path, folder: Path) -> None:
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=folder.parent) as temporary:
        building = Path(temporary) / "env"
        uv = _uv()
        # A relocatable environment keeps its scripts working after the rename.
        _uv_run([uv, "venv", "--relocatable", "--python", sys.executable, str(building)], name)
        python = str(building / "bin" / "python")
        _uv_run(
            [uv, "pip", "install", "--python", python, "--no-deps", "--require-hashes",
             "--only-binary", ":all:", "--requirements", str(locked)],
            name,
        )  # fmt: skip
        building.rename(folder)


def _uv() -> str:
    beside = Path(sys.executable).with_name("uv")
    found = str(beside) if beside.is_file() else shutil.which("uv")
    if found is None:
        raise RuntimeError("uv is not installed; it comes with the requirements of the probes")
    return found


def _uv_run(command: Sequence[str], name: str) -> None:
    finished = _finish([*command, "--quiet"], INSTALL_SECONDS)
    if finished.returncode != 0:
        raise RuntimeError(
            f"the clean environment {name!r} could not be made; its first run needs the package "
            f"index, later runs do not. uv said:\n{finished.stderr.strip()[-1500:]}"
        )


def _finish(
    command: Sequence[str], seconds: float, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, timeout=seconds, capture_output=True, text=True, check=False
    )
