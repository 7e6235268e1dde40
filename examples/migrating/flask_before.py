"""The application before: notes in a list, and a report."""

from flask import Flask, abort, request

NOTES: list[dict[str, str | int]] = [{"id": 1, "text": "Buy milk"}]

app = Flask(__name__)


# --8<-- [start:route]
@app.post("/notes")
def add_note():
    body = request.get_json()
    if not isinstance(body.get("text"), str) or not body["text"]:
        abort(400)
    note = {"id": len(NOTES) + 1, "text": body["text"]}
    NOTES.append(note)
    return note, 201


# --8<-- [end:route]


@app.get("/report")
def report() -> str:
    """Answer with a page that nobody wants to touch this year."""
    return f"<p>{len(NOTES)} notes</p>"
