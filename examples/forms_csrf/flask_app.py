"""Sign up for a workshop: a form that is validated, shown again with errors, and has a token."""

import os

from flask import Flask, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

app = Flask(__name__, template_folder="flask_templates")
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
CSRFProtect(app)  # (1)!


class SignUpForm(FlaskForm):
    """What a visitor fills in."""

    name = StringField(validators=[InputRequired(), Length(max=40)])
    seats = IntegerField(default=1, validators=[InputRequired(), NumberRange(1, 4)])


@app.get("/")
def show_form() -> str:
    """Show the empty form."""
    return render_template("sign_up.html", form=SignUpForm())


@app.post("/")
def sign_up() -> ResponseReturnValue:
    """Accept the form, or show it again."""
    form = SignUpForm()
    if form.validate():
        return redirect(url_for("thanks"))
    return render_template("sign_up.html", form=form), 422


@app.get("/thanks")
def thanks() -> str:
    """Say that it worked."""
    return "<p>You are on the list.</p>"
