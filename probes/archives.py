"""The source archives of the pinned versions, whose documentation quotations are looked up in.

They are pinned by hash in ``requirements/archives.txt``, fetched once into
``.cache/archives``, and read in memory: nothing is unpacked, nothing in them is ever run.
``python -m probes.archives`` pins them anew, at the versions that the probes run.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from packaging.utils import canonicalize_name

from probes import package_index

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "requirements" / "archives.txt"
LOCK = ROOT / "requirements" / "test.txt"
CACHE = ROOT / ".cache" / "archives"
MEMBER_LIMIT_BYTES = 4_000_000

_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)\s+--hash=sha256:(?P<sha256>[0-9a-f]{64})$")


@dataclass(frozen=True)
class Pin:
    """A source archive: the distribution, its version and the hash of the file."""

    name: str
    version: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


def read_pins(path: Path = PINS) -> dict[str, Pin]:
    """Return the pinned archives by the normalized name of their distribution."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    pins = [_pin(path, line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in pins}


def _pin(path: Path, line: str) -> Pin:
    match = _PIN.match(line)
    if match is None:
        raise ValueError(f"{path.name}: expected name==version --hash=sha256:..., got {line}")
    return Pin(**match.groupdict())


@lru_cache
def fetched(pin: Pin, cache: Path) -> Path:
    """Return the archive of ``pin`` in ``cache``, fetched where it is missing or was damaged.

    Raises IndexUnavailableError when it must be fetched and there is no network.
    """
    path = cache / f"{canonicalize_name(pin.name)}-{pin.version}.tar.gz"
    if not path.is_file() or _sha256(path) != pin.sha256:
        package_index.download(_indexed(pin), path)
    if _sha256(path) != pin.sha256:
        raise ValueError(f"{path.name} does not have the hash that {PINS.name} pins")
    return path


def _indexed(pin: Pin) -> package_index.IndexedFile:
    for file in package_index.files(pin.name):
        if file.is_source and file.sha256 == pin.sha256:
            return file
    raise LookupError(f"the package index has no {pin.name} {pin.version} of the pinned hash")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_member(archive: Path, member: str) -> str | None:
    """Return the text of the file ``member`` of ``archive``; None when there is no such file."""
    members = _opened(archive)
    for info in members.getmembers():
        if info.name.partition("/")[2] == member and info.isfile():
            if info.size > MEMBER_LIMIT_BYTES:
                raise ValueError(f"{member} is larger than {MEMBER_LIMIT_BYTES} bytes")
            stream = members.extractfile(info)
            return stream.read().decode("utf-8", "replace") if stream else None
    return None


@lru_cache(maxsize=2)
def _opened(archive: Path) -> tarfile.TarFile:
    """Open ``archive`` in memory: unpacking it anew for every quotation took most of the time."""
    return tarfile.open(fileobj=io.BytesIO(gzip.decompress(archive.read_bytes())))


def pin_anew(names: Iterable[str], lock: str) -> list[Pin]:
    """Return pins of ``names`` at the versions that the requirements text ``lock`` names."""
    versions = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.M))
    return [_pin_of(name, versions[name]) for name in sorted(names)]


def _pin_of(name: str, version: str) -> Pin:
    for file in package_index.files(name):
        if file.is_source and file.version == version and file.sha256:
            return Pin(name, version, file.sha256)
    raise LookupError(f"the package index has no source archive of {name} {version}")


if __name__ == "__main__":
    pins = pin_anew(read_pins(), LOCK.read_text(encoding="utf-8"))
    PINS.write_text("".join(f"{pin}\n" for pin in pins), encoding="utf-8")
