"""Sign in with a password, stay signed in by a session, see a protected page, sign out."""

import os
from pathlib import Path

import click
from flask import Flask, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, login_required, login_user, logout_user
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect, FlaskForm
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from werkzeug.security import check_password_hash, generate_password_hash
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

DATABASE = Path(os.environ.get("DATABASE", "users.sqlite3")).absolute()
NOBODY = generate_password_hash("nobody has this password")  # (1)!


class Base(DeclarativeBase):
    """What all models have in common."""


app = Flask(__name__, template_folder="flask_templates")
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATABASE}"
db = SQLAlchemy(app, model_class=Base)
CSRFProtect(app)
login_manager = LoginManager(app)
login_manager.login_view = "login"


class User(UserMixin, db.Model):
    """Somebody who may sign in; only a hash of the password is kept."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]


class LoginForm(FlaskForm):
    """A name and a password."""

    username = StringField(validators=[InputRequired()])
    password = PasswordField(validators=[InputRequired()])


@login_manager.user_loader
def load_user(user_id: str) -> User | None:
    """Find the user whose id is in the session."""
    return db.session.get(User, int(user_id))


@app.cli.command("add-user")
@click.argument("name")
@click.password_option(envvar="NEW_PASSWORD")
def add_user(name: str, password: str) -> None:
    """Create the table and store a new user."""
    db.create_all()
    db.session.add(User(name=name, password_hash=generate_password_hash(password)))
    db.session.commit()


def find_user(name: str, password: str) -> User | None:
    """Return the user whose name and password these are."""
    user = db.session.scalar(db.select(User).filter_by(name=name))
    right = check_password_hash(user.password_hash if user else NOBODY, password)
    return user if right else None


@app.route("/login", methods=["GET", "POST"])
def login() -> ResponseReturnValue:
    """Show the form; sign in, or show it again."""
    form = LoginForm()
    if not form.is_submitted():
        return render_template("login.html", form=form)
    user = find_user(form.username.data or "", form.password.data or "")
    if user is None:
        form.form_errors.append("Name or password is wrong.")
        return render_template("login.html", form=form), 422
    login_user(user)
    return redirect(url_for("account"))


@app.get("/account")
@login_required
def account() -> str:
    """Greet who is signed in."""
    return render_template("account.html")


@app.post("/logout")
def logout() -> ResponseReturnValue:
    """Sign out."""
    logout_user()
    return redirect(url_for("login"))
