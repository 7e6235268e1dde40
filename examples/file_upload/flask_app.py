"""Keep an uploaded text file under a name of its own, unless it is too large or no text file."""

import os
from pathlib import Path
from uuid import uuid4

from flask import Flask, Response, abort, request, send_from_directory, url_for

FOLDER = Path(os.environ.get("UPLOADS", "uploads")).absolute()
ALLOWED = {".txt", ".csv"}

FOLDER.mkdir(exist_ok=True)
app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 100_000


@app.post("/files")
def save() -> tuple[dict[str, str | int], int]:
    """Keep a file and say where it is."""
    file = request.files["file"]
    suffix = Path(file.filename or "").suffix.lower()
    if suffix not in ALLOWED:
        abort(415, "Only .txt and .csv files")
    name = f"{uuid4()}{suffix}"  # (1)!
    file.save(FOLDER / name)
    return {"url": url_for("download", name=name), "size": (FOLDER / name).stat().st_size}, 201


@app.get("/files/<name>")
def download(name: str) -> Response:
    """Send a file back, as a download."""
    return send_from_directory(FOLDER, name, as_attachment=True)
