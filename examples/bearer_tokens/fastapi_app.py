"""Give out a signed token that expires, and answer whoever brings a valid one."""

import os
from datetime import UTC, datetime, timedelta
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pydantic import BaseModel

SECRET_KEY = os.environ["SECRET_KEY"]
LIFETIME = timedelta(seconds=int(os.environ.get("TOKEN_SECONDS", "900")))

password_hash = PasswordHash.recommended()
USERS = {"ada": password_hash.hash(os.environ["ADA_PASSWORD"])}
NOBODY = password_hash.hash("nobody")  # (1)!

app = FastAPI()
bearer = OAuth2PasswordBearer(tokenUrl="token")


class Token(BaseModel):
    """What a client gets for a name and a password."""

    access_token: str
    token_type: str = "bearer"


@app.post("/token")
def log_in(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Token:
    """Sign a token for a user who knows the password."""
    if not password_hash.verify(form.password, USERS.get(form.username, NOBODY)):
        raise HTTPException(401, "Wrong name or password", {"WWW-Authenticate": "Bearer"})
    claims = {"sub": form.username, "exp": datetime.now(UTC) + LIFETIME}
    return Token(access_token=jwt.encode(claims, SECRET_KEY, algorithm="HS256"))


def current_user(token: Annotated[str, Depends(bearer)]) -> str:
    """Return the user that a token names, or refuse the token."""
    try:
        claims = jwt.decode(
            token,
            SECRET_KEY,
            algorithms=["HS256"],  # (2)!
            options={"require": ["exp", "sub"]},
        )
    except jwt.InvalidTokenError:
        raise HTTPException(401, "Invalid token", {"WWW-Authenticate": "Bearer"}) from None
    return claims["sub"]


@app.get("/me")
def show_me(user: Annotated[str, Depends(current_user)]) -> dict[str, str]:
    """Tell the user who they are."""
    return {"name": user}
