"""Greet by name and refuse the rest, with Python's standard library alone."""

import sys
from html import escape
from wsgiref.simple_server import make_server


def application(environ, start_response):
    """Answer one request; a WSGI server calls this function."""
    path = environ["PATH_INFO"]
    if not path.startswith("/hello/"):
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"There is nothing here."]
    if environ["REQUEST_METHOD"] != "GET":
        start_response("405 Method Not Allowed", [("Allow", "GET")])
        return [b""]
    name = path.removeprefix("/hello/").encode("latin-1").decode(errors="replace")
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    return [f"<p>Hello, {escape(name)}</p>".encode()]


if __name__ == "__main__":
    make_server("127.0.0.1", int(sys.argv[1]), application).serve_forever()
