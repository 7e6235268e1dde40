"""An API, a folder of static files, and a built front end that has routes of its own."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

HERE = Path(__file__).parent
NOTES = [{"id": 1, "text": "Buy milk"}, {"id": 2, "text": "Call Grace"}]

app = FastAPI()
app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
app.frontend("/", directory=HERE / "frontend")  # (1)!


@app.get("/api/notes")
def list_notes() -> list[dict[str, int | str]]:
    """Answer what the front end asks for."""
    return NOTES
