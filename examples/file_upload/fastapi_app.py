"""Keep an uploaded text file under a name of its own, unless it is too large or no text file."""

import os
import shutil
from pathlib import Path
from uuid import uuid4

from fastapi import FastAPI, HTTPException, UploadFile
from fastapi.responses import FileResponse

FOLDER = Path(os.environ.get("UPLOADS", "uploads"))
MAX_BYTES = 100_000
ALLOWED = {".txt", ".csv"}

FOLDER.mkdir(exist_ok=True)
app = FastAPI(max_body_size=MAX_BYTES)


@app.post("/files", status_code=201)
def save(file: UploadFile) -> dict[str, str | int | None]:
    """Keep a file and say where it is."""
    suffix = Path(file.filename or "").suffix.lower()
    if suffix not in ALLOWED:
        raise HTTPException(415, "Only .txt and .csv files")
    name = f"{uuid4()}{suffix}"  # (1)!
    with (FOLDER / name).open("wb") as target:
        shutil.copyfileobj(file.file, target)
    return {"url": app.url_path_for("download", name=name), "size": file.size}


@app.get("/files/{name}")
def download(name: str) -> FileResponse:
    """Send a file back, as a download."""
    if not (FOLDER / name).is_file():
        raise HTTPException(404)
    return FileResponse(FOLDER / name, filename=name)
