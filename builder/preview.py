"""The live preview: the last build at once, a fresh one as soon as something changed.

The engine's own preview builds everything before it answers and again after each change.
Here one changed page is built by itself first, and the rest follows.
"""

from __future__ import annotations

import hashlib
import queue
import shutil
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent
from watchdog.observers import Observer

from builder import checks, live
from builder.site import BuildFailedError, finish_and_place, run_engine
from macros.load import ROOT
from macros.problems import BadDataError

FIRST_PORT = 8000
LAST_PORT = 8100
HOST = live.HOST
FOLDER = ROOT / ".cache" / "preview"
SITE, STAMP = FOLDER / "site", FOLDER / "stamp"
INPUTS = ("docs", "data", "macros", "overrides", "diagrams", "probes", "examples", "mkdocs.yml")
CALM_SECONDS = 0.15
_IGNORED = ("__pycache__", "node_modules", ".new")


def serve(first: int = FIRST_PORT) -> int:
    """Serve the site until it is interrupted; return the exit code.

    Raises BadDataError or BuildFailedError where there is nothing yet that could be shown.
    """
    port = free_port(first)
    if port is None:
        print(f"no free port from {first} to {LAST_PORT}; stop a server or give --port")
        return 1
    if port != first:
        print(f"Port {first} is taken; using {port}.", flush=True)
    address = f"http://{HOST}:{port}/"
    if not SITE.exists():
        print("Building the site for the first time ...", flush=True)
        _build_all(address)
    print(f"Preview: {address} (Ctrl-C ends it)", flush=True)
    _serve_and_follow(port, address)
    return 0


def _serve_and_follow(port: int, address: str) -> None:
    version, changes = live.Version(), _watch()
    listening = live.server(port, SITE, version)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    if not STAMP.exists() or STAMP.read_text() != _fingerprint():
        changes.put(None)
    while True:
        _follow(changes, address, version)


def _follow(changes: queue.Queue[Path | None], address: str, version: live.Version) -> None:
    """Wait for changes, show a changed page alone first, then build everything."""
    changed = [changes.get()]
    time.sleep(CALM_SECONDS)
    while not changes.empty():
        changed.append(changes.get())
    pages_only = all(path is not None and path.suffix == ".md" for path in changed)
    if pages_only and _attempt(_build_changed, address):
        version.advance()
    if _attempt(_build_all, address):
        version.advance()


def _attempt(build: Callable[[str], None], address: str) -> bool:
    """Build and say how long it took; a mistake is told and the last good build stays."""
    started = time.monotonic()
    try:
        build(address)
    except (BadDataError, BuildFailedError) as error:
        print(f"{error}\nThe preview still shows the last good build.", flush=True)
        return False
    print(f"Built in {time.monotonic() - started:.1f} s.", flush=True)
    return True


def _build_changed(address: str) -> None:
    run_engine("build", "--dirty", "--no-strict", f"--site-dir={SITE}", site_url=address)


def _build_all(address: str) -> None:
    stamp = _fingerprint()
    checks.check()
    fresh = FOLDER / "next"
    shutil.rmtree(fresh, ignore_errors=True)
    run_engine("build", "--no-strict", f"--site-dir={fresh}", site_url=address)
    finish_and_place(fresh, SITE, FOLDER / "old")
    shutil.rmtree(FOLDER / "old", ignore_errors=True)
    STAMP.write_text(stamp)


def _fingerprint() -> str:
    """Return a digest of what the site is made of: each file's name, size and time."""
    digest = hashlib.sha256()
    for file in sorted(_input_files()):
        status = file.stat()
        digest.update(f"{file}{status.st_size}{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _input_files() -> list[Path]:
    roots = [ROOT / name for name in INPUTS]
    found = [file for root in roots for file in ([root] if root.is_file() else root.rglob("*"))]
    return [file for file in found if file.is_file() and not _is_noise(file)]


def _is_noise(path: Path) -> bool:
    return any(part in path.as_posix() for part in _IGNORED)


def _watch() -> queue.Queue[Path | None]:
    """Return a queue that receives the path of every input that changes."""
    changes: queue.Queue[Path | None] = queue.Queue()

    class Handler:
        """What the observer needs of a handler, and no more."""

        def dispatch(self, event: FileSystemEvent) -> None:
            path = Path(str(event.dest_path or event.src_path))
            reading = event.event_type in ("opened", "closed_no_write")
            if not (event.is_directory or reading or _is_noise(path)):
                changes.put(path)

    observer = Observer()
    for name in INPUTS:
        if (ROOT / name).exists():
            observer.schedule(Handler(), str(ROOT / name), recursive=True)
    observer.start()
    return changes


def free_port(first: int) -> int | None:
    """Return the first port from ``first`` to LAST_PORT that nothing listens on."""
    return next((port for port in range(first, max(first, LAST_PORT) + 1) if _is_free(port)), None)


def _is_free(port: int) -> bool:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError:
            return False
        return True
