"""Sign in with a password, stay signed in by a session, see a protected page, sign out."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from pwdlib import PasswordHash
from sqlmodel import Field, Session, SQLModel, create_engine, select
from starlette.datastructures import FormData
from starlette.middleware.sessions import SessionMiddleware
from wtforms import Form, PasswordField, StringField
from wtforms.csrf.session import SessionCSRF
from wtforms.validators import InputRequired

SECRET_KEY = os.environ["SECRET_KEY"]

engine = create_engine(
    f"sqlite:///{os.environ.get('DATABASE', 'users.sqlite3')}",
    connect_args={"check_same_thread": False},
)
passwords = PasswordHash.recommended()
NOBODY = passwords.hash("nobody has this password")  # (1)!


class User(SQLModel, table=True):
    """Somebody who may sign in; only a hash of the password is kept."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    password_hash: str


def add_user(name: str, password: str) -> None:
    """Create the table and store a new user."""
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(User(name=name, password_hash=passwords.hash(password)))
        session.commit()


def find_user(session: Session, name: str, password: str) -> User | None:
    """Return the user whose name and password these are."""
    user = session.exec(select(User).where(User.name == name)).first()
    right = passwords.verify(password, user.password_hash if user else NOBODY)
    return user if right else None


class TokenForm(Form):
    """A form with a token that is compared with one in the session."""

    class Meta:
        """Switch on the token of WTForms."""

        csrf = True
        csrf_class = SessionCSRF
        csrf_secret = SECRET_KEY.encode()


class LoginForm(TokenForm):
    """A name and a password."""

    username = StringField(validators=[InputRequired()])
    password = PasswordField(validators=[InputRequired()])


def get_session() -> Iterator[Session]:
    """Open a database session for the time of one request."""
    with Session(engine) as session:
        yield session


async def form_data(request: Request) -> FormData:
    """Read the fields of a form, whatever they are."""
    return await request.form()


SessionDep = Annotated[Session, Depends(get_session)]
FormDep = Annotated[FormData, Depends(form_data)]


def current_user(request: Request, session: SessionDep) -> User:
    """Return who is signed in; send everybody else to the login page."""
    user = session.get(User, request.session.get("user_id", 0))
    if user is None:
        raise HTTPException(303, headers={"Location": "/login"})
    return user


app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key=SECRET_KEY)  # (2)!
templates = Jinja2Templates(Path(__file__).parent / "fastapi_templates")


def page(
    request: Request, name: str, form: TokenForm, user: User | None = None, status_code: int = 200
) -> Response:
    """Render a page that has a form."""
    context = {"form": form, "user": user}
    return templates.TemplateResponse(request, name, context, status_code)


def check_token(form: TokenForm) -> None:
    """Answer 403 when the form did not come from one of our pages."""
    form.validate()
    if form.csrf_token.errors:
        raise HTTPException(403, "CSRF token missing or wrong")


@app.get("/login")
def show_login(request: Request) -> Response:
    """Show the empty form."""
    return page(request, "login.html", LoginForm(meta={"csrf_context": request.session}))


@app.post("/login")
def login(request: Request, data: FormDep, session: SessionDep) -> Response:
    """Sign in, or show the form again."""
    form = LoginForm(data, meta={"csrf_context": request.session})
    check_token(form)
    user = find_user(session, form.username.data or "", form.password.data or "")
    if user is None:
        form.form_errors.append("Name or password is wrong.")
        return page(request, "login.html", form, status_code=422)
    request.session.clear()
    request.session["user_id"] = user.id
    return RedirectResponse("/account", status_code=303)


@app.get("/account")
def account(request: Request, user: Annotated[User, Depends(current_user)]) -> Response:
    """Greet who is signed in."""
    return page(request, "account.html", TokenForm(meta={"csrf_context": request.session}), user)


@app.post("/logout")
def logout(request: Request, data: FormDep) -> Response:
    """Sign out."""
    check_token(TokenForm(data, meta={"csrf_context": request.session}))
    request.session.clear()
    return RedirectResponse("/login", status_code=303)


if __name__ == "__main__":
    add_user(sys.argv[1], os.environ["NEW_PASSWORD"])
