"""Sign up for a workshop: a form that is validated, shown again with errors, and has a token."""

import os
from pathlib import Path
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from starlette.datastructures import FormData
from starlette.middleware.sessions import SessionMiddleware
from wtforms import Form, IntegerField, StringField
from wtforms.csrf.session import SessionCSRF
from wtforms.validators import InputRequired, Length, NumberRange

SECRET_KEY = os.environ["SECRET_KEY"]

app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key=SECRET_KEY)
templates = Jinja2Templates(Path(__file__).parent / "fastapi_templates")


class SignUpForm(Form):
    """What a visitor fills in; the token is compared with one in the session."""

    class Meta:
        """Switch on the token of WTForms."""

        csrf = True
        csrf_class = SessionCSRF
        csrf_secret = SECRET_KEY.encode()

    name = StringField(validators=[InputRequired(), Length(max=40)])
    seats = IntegerField(default=1, validators=[InputRequired(), NumberRange(1, 4)])


async def form_data(request: Request) -> FormData:
    """Read the fields of a form, whatever they are."""
    return await request.form()


def page(request: Request, form: SignUpForm, status_code: int = 200) -> Response:
    """Render the form with what was typed and what was wrong."""
    return templates.TemplateResponse(request, "sign_up.html", {"form": form}, status_code)


@app.get("/")
def show_form(request: Request) -> Response:
    """Show the empty form."""
    return page(request, SignUpForm(meta={"csrf_context": request.session}))


@app.post("/")
def sign_up(request: Request, data: Annotated[FormData, Depends(form_data)]) -> Response:
    """Accept the form, or show it again."""
    form = SignUpForm(data, meta={"csrf_context": request.session})
    if form.validate():
        return RedirectResponse("/thanks", status_code=303)  # (1)!
    if form.csrf_token.errors:  # (2)!
        raise HTTPException(403, "CSRF token missing or wrong")
    return page(request, form, status_code=422)


@app.get("/thanks", response_class=HTMLResponse)
def thanks() -> str:
    """Say that it worked."""
    return "<p>You are on the list.</p>"
