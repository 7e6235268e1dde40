"""A Flask application with login added, as tutorials often stop: it starts, and login fails."""

from flask import Flask
from flask_login import LoginManager, UserMixin, login_required, login_user

app = Flask(__name__)
login_manager = LoginManager(app)


class User(UserMixin):
    """Somebody who may log in."""

    id = "ada"


@app.get("/")
def home():
    """Answer everybody."""
    return "Hello"


@app.get("/account")
@login_required
def account():
    """Answer whoever is logged in."""
    return "Your account"


@app.post("/login")
def login():
    """Log in without asking for anything."""
    login_user(User())
    return "Welcome"
