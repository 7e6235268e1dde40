"""An API, a folder of static files, and a built front end that has routes of its own."""

from pathlib import Path

from flask import Flask, Response, abort, send_from_directory

FRONTEND = Path(__file__).parent / "frontend"
NOTES = [{"id": 1, "text": "Buy milk"}, {"id": 2, "text": "Call Grace"}]

app = Flask(__name__)  # (1)!


@app.get("/api/notes")
def list_notes() -> list[dict[str, int | str]]:
    """Answer what the front end asks for."""
    return NOTES


@app.get("/assets/<path:name>")
def asset(name: str) -> Response:
    """Serve a file that the front end's build tool wrote."""
    return send_from_directory(FRONTEND / "assets", name)


@app.get("/")
@app.get("/<path:address>")
def index(address: str = "") -> Response:
    """Hand every address that only the front end knows to the front end."""
    if address.startswith("api/"):  # (2)!
        abort(404)
    return send_from_directory(FRONTEND, "index.html")
