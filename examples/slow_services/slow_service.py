"""Be the three services that the examples call: each takes its time."""

import contextlib
import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

SECONDS = 0.5
DATA = {"price": {"euro": 12}, "stock": {"pieces": 3}, "reviews": {"stars": 4}}
BROKEN, STUCK = "666", "999"


class Handler(BaseHTTPRequestHandler):
    """Answer ``/<service>/<product>`` after a while."""

    def log_message(self, *args: object) -> None:
        """Print nothing."""

    def do_GET(self) -> None:
        """Wait, then send what the service knows; two products make trouble."""
        _, service, product = self.path.split("/")
        time.sleep(SECONDS if product != STUCK else 6 * SECONDS)
        body = json.dumps(DATA[service]).encode()
        # A caller that has given up does not matter here.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.answer(body, 500 if product == BROKEN else 200)

    def answer(self, body: bytes, status: int) -> None:
        """Send one answer."""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    port = urlsplit(os.environ.get("SERVICES", "http://127.0.0.1:9000")).port
    ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
