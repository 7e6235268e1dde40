"""An admin interface for one table, open only to an administrator."""

import os
from pathlib import Path
from secrets import compare_digest

from flask import Flask, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_admin import Admin
from flask_admin.contrib.sqla import ModelView
from flask_admin.menu import MenuLink
from flask_babel import Babel
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect, FlaskForm
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from wtforms import PasswordField

ADMIN_PASSWORD = os.environ["ADMIN_PASSWORD"]
DATABASE = Path(os.environ.get("DATABASE", "shop.sqlite3")).absolute()


class Base(DeclarativeBase):
    """What all models have in common."""


app = Flask(__name__, template_folder="flask_templates")
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATABASE}"
db = SQLAlchemy(app, model_class=Base)
CSRFProtect(app)
Babel(app)  # (1)!


class Product(db.Model):
    """Something to sell."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    price: Mapped[int]


class ProductAdmin(ModelView):
    """How products appear in the admin interface."""

    column_list = ("id", "name", "price")
    column_searchable_list = ("name",)

    def is_accessible(self) -> bool:
        """Say for each request of this view whether it may pass."""
        return bool(session.get("admin"))

    def inaccessible_callback(self, name: str, **kwargs: object) -> ResponseReturnValue:
        """Send everybody else to the login page."""
        return redirect(url_for("login"))


class LoginForm(FlaskForm):
    """The password of the administrator."""

    password = PasswordField()


@app.route("/login", methods=["GET", "POST"])
def login() -> ResponseReturnValue:
    """Compare the password and remember that it was right."""
    form = LoginForm()
    if form.validate_on_submit():
        session["admin"] = compare_digest(form.password.data.encode(), ADMIN_PASSWORD.encode())
        if session["admin"]:
            return redirect(url_for("product.index_view"))
    return render_template("login.html", form=form)


@app.get("/logout")
def logout() -> ResponseReturnValue:
    """Forget the administrator."""
    session.clear()
    return redirect(url_for("login"))


@app.cli.command("init-db")
def init_db() -> None:
    """Create the table."""
    db.create_all()


admin = Admin(app)
admin.add_view(ProductAdmin(Product, db))
admin.add_link(MenuLink("Sign out", url="/logout"))
