"""A Flask application whose login has all its parts."""

import os

from flask import Flask, abort, request
from flask_login import LoginManager, UserMixin, login_required, login_user
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.security import check_password_hash, generate_password_hash

db = SQLAlchemy()
login_manager = LoginManager()
csrf = CSRFProtect()


class User(UserMixin, db.Model):
    """Somebody who may log in; only a hash of the password is kept."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]


@login_manager.user_loader
def load_user(user_id: str) -> User | None:
    """Find the user whose id is in the session."""
    return db.session.get(User, int(user_id))


def create_user(name: str, password: str) -> None:
    """Store a new user."""
    db.session.add(User(name=name, password_hash=generate_password_hash(password)))
    db.session.commit()


def create_app(database: str = "sqlite:///app.db") -> Flask:
    """Build the application and its tables."""
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
    app.config["SQLALCHEMY_DATABASE_URI"] = database
    for extension in (db, login_manager, csrf):
        extension.init_app(app)
    with app.app_context():
        db.create_all()
    add_routes(app)
    return app


def add_routes(app: Flask) -> None:
    """Register the login form, its target and one protected page."""

    @app.get("/login")
    def login_form():
        return f"""<form method="post">
          <input type="hidden" name="csrf_token" value="{generate_csrf()}">
          <input name="name"> <input name="password" type="password"> <button>Log in</button>
        </form>"""

    @app.post("/login")
    def login():
        user = db.session.scalar(db.select(User).filter_by(name=request.form["name"]))
        if user is None or not check_password_hash(user.password_hash, request.form["password"]):
            abort(401)
        login_user(user)
        return "Welcome"

    @app.get("/account")
    @login_required
    def account():
        return "Your account"
