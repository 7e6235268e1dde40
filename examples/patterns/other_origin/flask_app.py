"""An API for one front end that is served from another origin and signs in with a cookie."""

import os
from secrets import compare_digest

from flask import Flask, abort, request, session
from flask_cors import CORS

FRONT_END = os.environ["FRONT_END"]  # its origin, such as https://app.shop.example
NOTES = ["Buy milk"]

# --8<-- [start:doors]
app = Flask(__name__)
app.config.update(SECRET_KEY=os.environ["SECRET_KEY"], SESSION_COOKIE_SAMESITE="Lax")
CORS(app, origins=[FRONT_END], supports_credentials=True)


@app.before_request
def only_from_our_front_end():
    """Refuse what another page sends with the visitor's cookie."""
    if request.method not in ("GET", "HEAD", "OPTIONS") and request.origin != FRONT_END:
        abort(403)


def only_signed_in():
    """Refuse a visitor without a session."""
    if "name" not in session:
        abort(401)


@app.post("/notes")
def add_note():
    only_signed_in()
    match request.get_json():
        case {"text": str(text)} if text:
            NOTES.append(text)
            return NOTES, 201
        case _:
            return "a note has a text", 400


# --8<-- [end:doors]


@app.get("/notes")
def list_notes():
    only_signed_in()
    return NOTES


@app.get("/session")
def show_session():
    return {"name": session.get("name"), "token": None}


@app.post("/session")
def sign_in():
    password = request.form["password"].encode()
    if not compare_digest(password, os.environ["PASSWORD"].encode()):
        abort(403)
    session["name"] = "Ada"
    return show_session()
