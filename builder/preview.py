"""The live preview: the last build at once, a fresh one as soon as something changed.

The engine's own preview builds everything before it answers and again after each change.
Here a saved page is built alone at once, whatever else is under way, and the rest follows.
After a change of the data it is the page that the reader looks at.
"""

from __future__ import annotations

import queue
import socket
import subprocess
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import FileSystemEvent
from watchdog.observers import Observer

from builder import live, whole
from builder.site import BuildFailedError
from builder.standby import Standby
from macros.load import ROOT

FIRST_PORT = 8000
LAST_PORT = 8100
HOST = live.HOST
DOCS = ROOT / "docs"
DATA = ROOT / "data"
CALM_SECONDS = 0.05
_STAYS = "The preview still shows the last good build."


@dataclass(frozen=True)
class _Ended:
    """A whole build that ended, and what it said."""

    process: subprocess.Popen[str]
    said: str


_Event = Path | _Ended


def serve(first: int = FIRST_PORT) -> int:
    """Serve the site until it is interrupted; return the exit code.

    Raises BuildFailedError where there is nothing yet that could be shown.
    """
    port = free_port(first)
    if port is None:
        print(f"no free port from {first} to {LAST_PORT}; stop a server or give --port")
        return 1
    if port != first:
        print(f"Port {first} is taken; using {port}.", flush=True)
    address = f"http://{HOST}:{port}/"
    if not whole.SITE.exists():
        print("Building the site for the first time ...", flush=True)
        _build_first(address)
    print(f"Preview: {address} (Ctrl-C ends it)", flush=True)
    _serve_and_follow(port, address)
    return 0


def _build_first(address: str) -> None:
    process = whole.start(address)
    said, _ = process.communicate()
    if process.returncode:
        raise BuildFailedError(said.strip())


def _serve_and_follow(port: int, address: str) -> None:
    version, events = live.Version(), _watch()
    if not whole.STAMP.exists() or whole.STAMP.read_text() != whole.fingerprint():
        events.put(ROOT / "mkdocs.yml")
    listening = live.server(port, whole.SITE, version)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    follower = _Follower(address, version, events)
    while True:
        follower.take(_next(events))


def _next(events: queue.Queue[_Event]) -> list[_Event]:
    """Return what happened, as soon as there is something and it is calm for a moment."""
    found = [events.get()]
    while True:
        try:
            found.append(events.get(timeout=CALM_SECONDS))
        except queue.Empty:
            return found


class _Follower:
    """Shows a saved page alone at once, and builds everything beside that."""

    def __init__(self, address: str, version: live.Version, events: queue.Queue[_Event]) -> None:
        self._address, self._version, self._events = address, version, events
        self._ready = self._standby()
        self._whole: subprocess.Popen[str] | None = None
        self._saved: dict[str, None] = {}  # since the last whole build
        self._began = 0.0

    def _standby(self) -> Standby:
        return Standby(whole.SITE, whole.FOLDER / "alone", site_url=self._address)

    def take(self, events: list[_Event]) -> None:
        """Act on what happened: files that changed, whole builds that ended."""
        changed = dict.fromkeys(each for each in events if isinstance(each, Path))
        for each in events:
            if isinstance(each, _Ended) and each.process is self._whole:
                self._finished(each)
        if not changed:
            return
        pages = [path for path in changed if path.suffix == ".md" and path.is_relative_to(DOCS)]
        if len(pages) < len(changed):
            self._ready.dismiss()
            self._ready = self._standby()
        sources = [path.relative_to(DOCS).as_posix() for path in pages if path.is_file()]
        self._saved.update(dict.fromkeys(sources))
        self._show(sources)
        self._begin()
        if any(path.is_relative_to(DATA) for path in changed):
            self._show(source for source in self._looked_at() if source not in sources)

    def _looked_at(self) -> list[str]:
        """Return the source of the page that was opened last; none where it has no own."""
        address = self._version.looked_at.strip("/")
        sources = (f"{address}.md", f"{address}/index.md".lstrip("/"))
        return [source for source in sources if (DOCS / source).is_file()]

    def _show(self, sources: Iterable[str]) -> None:
        for source in sources:
            started = time.monotonic()
            try:
                if self._ready.show(source):
                    self._version.advance()
                    _tell(f"{source} in {time.monotonic() - started:.2f} s.")
            except BuildFailedError as error:
                _tell(f"{error}\n{_STAYS}")

    def _begin(self) -> None:
        """Build everything, anew where a build is under way."""
        if self._whole is not None:
            self._whole.terminate()
            if self._whole.wait() == 0:  # it was just putting in place what it had read before
                self._show(self._saved)
        self._began = time.monotonic()
        self._whole = process = whole.start(self._address)
        threading.Thread(target=self._report, args=(process,), daemon=True).start()

    def _report(self, process: subprocess.Popen[str]) -> None:
        said, _ = process.communicate()
        self._events.put(_Ended(process, said))

    def _finished(self, ended: _Ended) -> None:
        self._whole = None
        if ended.process.returncode:
            _tell(f"{ended.said}{_STAYS}")
            return
        self._saved.clear()
        self._version.advance()
        _tell(f"Everything in {time.monotonic() - self._began:.1f} s.")


def _tell(words: str) -> None:
    print(words, flush=True)


def _watch() -> queue.Queue[_Event]:
    """Return a queue that receives the path of every input that changes."""
    changes: queue.Queue[_Event] = queue.Queue()

    class Handler:
        """What the observer needs of a handler, and no more."""

        def dispatch(self, event: FileSystemEvent) -> None:
            path = Path(str(event.dest_path or event.src_path))
            reading = event.event_type in ("opened", "closed_no_write")
            if not (event.is_directory or reading or whole.is_noise(path)):
                changes.put(path)

    observer = Observer()
    for name in whole.INPUTS:
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
