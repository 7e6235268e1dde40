"""The same user is returned by two routes, of which one says what may leave."""

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


# --8<-- [start:wrong]
class User(BaseModel):
    """A user as it is stored."""

    name: str
    password_hash: str


USERS = {1: User(name="Ann", password_hash="scrypt:32768:8:1$kept-for-the-server")}


@app.get("/users/{number}")
def show_user(number: int):
    """Return what is stored."""
    return USERS[number]


# --8<-- [end:wrong]
# --8<-- [start:right]
class PublicUser(BaseModel):
    """What others may know of a user."""

    name: str


@app.get("/people/{number}", response_model=PublicUser)
def show_person(number: int) -> User:
    """Return what is stored; only the fields of `PublicUser` are sent."""
    return USERS[number]


# --8<-- [end:right]
