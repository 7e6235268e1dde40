"""Describe an API of notes so well that a client can be generated from the description."""

from typing import Any

from flask import Flask
from flask_smorest import Api, Blueprint, abort
from marshmallow import Schema, fields, validate

notes: dict[int, dict[str, Any]] = {}
blueprint = Blueprint("notes", __name__)


class NoteIn(Schema):
    """What a client sends."""

    text = fields.String(required=True, validate=validate.Length(1, 100))


class Note(NoteIn):
    """What is stored."""

    id = fields.Integer(required=True)


class Filter(Schema):
    """Which notes."""

    contains = fields.String(load_default="")


class Problem(Schema):
    """Why there is no answer."""

    message = fields.String(required=True)


@blueprint.get("/notes")
@blueprint.doc(operationId="list_notes")  # (1)!
@blueprint.arguments(Filter, location="query")
@blueprint.response(200, Note(many=True))
def list_notes(arguments: dict[str, str]) -> list[dict[str, Any]]:
    """Return the notes that contain a text."""
    return [note for note in notes.values() if arguments["contains"] in note["text"]]


@blueprint.post("/notes")
@blueprint.doc(operationId="create_note")
@blueprint.arguments(NoteIn)
@blueprint.response(201, Note)
def create_note(data: dict[str, str]) -> dict[str, Any]:
    """Store a note."""
    note = {"id": len(notes) + 1, **data}
    notes[note["id"]] = note
    return note


@blueprint.get("/notes/<int:note_id>")
@blueprint.doc(operationId="read_note")
@blueprint.response(200, Note)
@blueprint.alt_response(404, schema=Problem)
def read_note(note_id: int) -> dict[str, Any]:
    """Return one note."""
    if note_id not in notes:
        abort(404, message="No such note")
    return notes[note_id]


app = Flask(__name__)
app.config["API_TITLE"] = "Notes"
app.config["API_VERSION"] = "1.0"
app.config["OPENAPI_VERSION"] = "3.1.0"
app.config["OPENAPI_URL_PREFIX"] = "/"
app.config["OPENAPI_SWAGGER_UI_PATH"] = "/docs"
app.config["OPENAPI_SWAGGER_UI_URL"] = "https://cdn.jsdelivr.net/npm/swagger-ui-dist/"
Api(app).register_blueprint(blueprint)
