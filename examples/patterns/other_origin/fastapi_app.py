"""An API for one front end that is served from another origin and signs in with a cookie."""

import os
from secrets import compare_digest
from typing import Annotated

from fastapi import Depends, FastAPI, Form, Header, HTTPException, Request
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
from starlette.middleware.sessions import SessionMiddleware

FRONT_END = os.environ["FRONT_END"]  # its origin, such as https://app.shop.example
NOTES = ["Buy milk"]


class Note(BaseModel):
    text: str = Field(min_length=1)


# --8<-- [start:doors]
def from_our_front_end(origin: Annotated[str | None, Header()] = None) -> None:
    """Refuse what another page sends with the visitor's cookie."""
    if origin != FRONT_END:
        raise HTTPException(403)


def signed_in(request: Request) -> None:
    """Refuse a visitor without a session."""
    if "name" not in request.session:
        raise HTTPException(401)


app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key=os.environ["SECRET_KEY"])
app.add_middleware(
    CORSMiddleware,  # added last, so that it is outside and a 401 carries its headers too
    allow_origins=[FRONT_END],
    allow_credentials=True,
    allow_methods=["GET", "POST"],
)
OurPage, SignedIn = Depends(from_our_front_end), Depends(signed_in)


@app.post("/notes", status_code=201, dependencies=[OurPage, SignedIn])
def add_note(note: Note) -> list[str]:
    NOTES.append(note.text)
    return NOTES


# --8<-- [end:doors]


@app.get("/notes", dependencies=[SignedIn])
def list_notes() -> list[str]:
    return NOTES


@app.get("/session")
def show_session(request: Request) -> dict[str, str | None]:
    return {"name": request.session.get("name"), "token": None}


@app.post("/session", dependencies=[OurPage])
def sign_in(request: Request, password: Annotated[str, Form()]) -> dict[str, str | None]:
    if not compare_digest(password.encode(), os.environ["PASSWORD"].encode()):
        raise HTTPException(403)
    request.session["name"] = "Ada"
    return show_session(request)
