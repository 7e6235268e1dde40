"""Serve a folder on loopback and tell open pages when to load again."""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
WAIT_SECONDS = 25
VERSION_PATH = "/__version"
SCRIPT_PATH = "/__reload.js"
SCRIPT = b"""(async () => {
  let seen;
  for (;;) {
    try {
      const now = await (await fetch("/__version?" + seen)).text();
      if (seen !== undefined && now !== seen) location.reload();
      seen = now;
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
"""
TAG = f'<script src="{SCRIPT_PATH}"></script>'.encode()


class Version:
    """The number of the build on show; requests can wait until it changes.

    ``looked_at`` is the address of the page that was opened last.
    """

    def __init__(self) -> None:
        self.looked_at = "/"
        self._number = 1
        self._changed = threading.Condition()

    def advance(self) -> None:
        """Tell every waiting page that there is something new."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def after(self, seen: str) -> str:
        """Return the number as soon as it differs from ``seen``, or after WAIT_SECONDS."""
        with self._changed:
            if seen == str(self._number):
                self._changed.wait(WAIT_SECONDS)
            return str(self._number)


class Handler(SimpleHTTPRequestHandler):
    """Serves the newest build; its HTML pages listen for the next one."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, folder: Path, version: Version) -> None:
        self._version = version
        super().__init__(*arguments, directory=str(folder))

    def do_GET(self) -> None:
        """Answer with a page, a file, or the number of the build."""
        path, _, query = self.path.partition("?")
        if path == VERSION_PATH:
            self._send(200, "text/plain", self._version.after(query).encode())
            return
        if path == SCRIPT_PATH:
            self._send(200, "text/javascript", SCRIPT)
            return
        file = Path(self.translate_path(path))
        page = file / "index.html" if file.is_dir() and path.endswith("/") else file
        if page.suffix == ".html" and page.is_file():
            self._version.looked_at = path
            self._send(200, "text/html; charset=utf-8", page.read_bytes() + TAG)
        elif file.exists():
            super().do_GET()
        else:
            lost = Path(self.directory) / "404.html"
            content = lost.read_bytes() if lost.is_file() else b"Not found"
            self._send(404, "text/html; charset=utf-8", content + TAG)

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing: the terminal is for builds."""


class _Server(ThreadingHTTPServer):
    """Ends with its main thread; a reader who hangs up is no news."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(port: int, folder: Path, version: Version) -> ThreadingHTTPServer:
    """Return a server of ``folder`` that listens on the loopback ``port``."""
    return _Server((HOST, port), partial(Handler, folder=folder, version=version))
