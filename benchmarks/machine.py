"""What a reader needs to know of this machine and its software; no name, no user, no path."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import time
from importlib import metadata
from pathlib import Path

import psutil

from macros import methods
from macros.load import ROOT
from macros.runs import Machine, Software

_CPU = Path("/sys/devices/system/cpu")
_BOOT = Path("/proc/sys/kernel/random/boot_id")
LOCK = ROOT / "requirements" / "bench.txt"


def describe() -> Machine:
    """Return the machine as it is now."""
    return Machine(
        processor=_processor(),
        cores=psutil.cpu_count() or 1,
        threads_per_core=_threads_per_core(),
        governor=_read(_CPU / "cpu0" / "cpufreq" / "scaling_governor"),
        turbo=_turbo(),
        kernel=f"{platform.system()} {platform.release()} {platform.machine()}",
        virtualization=_virtualization(),
        memory=psutil.virtual_memory().total,
        cpu_limit=_read(Path("/sys/fs/cgroup/cpu.max")),
        load_before=round(os.getloadavg()[0], 2),
        boot=_digest((_read(_BOOT) or f"{psutil.boot_time() // 60:.0f}").encode()),
        uptime=round(max(0.0, time.time() - psutil.boot_time())),
    )


def software() -> Software:
    """Return the interpreter, the lock's hash, the installed packages and the measuring code."""
    packages = {each.name: each.version for each in metadata.distributions()}
    return Software(
        python=platform.python_version(),
        build=f"{platform.python_implementation()} {platform.python_compiler()}",
        lock=hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        packages=dict(sorted(packages.items(), key=lambda item: item[0].lower())),
        code=code(),
        commit=_commit(),
        method=methods.CURRENT,
    )


def code(folder: Path = ROOT / "benchmarks") -> str:
    """Return a digest of the names and the contents of the measuring code."""
    return _digest(
        b"\0".join(
            part
            for file in sorted(folder.rglob("*"))
            if file.suffix in {".py", ".html"}
            for part in (file.relative_to(folder).as_posix().encode(), file.read_bytes())
        )
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _commit() -> str | None:
    """Return the last commit of this repository, None where it is not one."""
    if not (ROOT / ".git").exists():
        return None
    command = ["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return said.strip()


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8").strip()
    except OSError:
        return None


def _processor() -> str:
    for line in (_read(Path("/proc/cpuinfo")) or "").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    if platform.system() == "Darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return platform.processor() or "unknown"


def _threads_per_core() -> int | None:
    cores = psutil.cpu_count(logical=False)
    return (psutil.cpu_count() or 1) // cores if cores else None


def _turbo() -> str | None:
    off = _read(_CPU / "intel_pstate" / "no_turbo")
    on = _read(_CPU / "cpufreq" / "boost")
    if off is not None:
        return "off" if off == "1" else "on"
    return {"1": "on", "0": "off"}.get(on or "")


def _virtualization() -> str | None:
    flags = _read(Path("/proc/cpuinfo")) or ""
    return "guest of a hypervisor" if " hypervisor" in flags else None
