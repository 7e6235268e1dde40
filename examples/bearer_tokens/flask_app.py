"""Give out a signed token that expires, and answer whoever brings a valid one."""

import os
from datetime import timedelta

from flask import Flask, abort, request
from flask_jwt_extended import JWTManager, create_access_token, get_jwt_identity, jwt_required
from werkzeug.security import check_password_hash, generate_password_hash

USERS = {"ada": generate_password_hash(os.environ["ADA_PASSWORD"])}
NOBODY = generate_password_hash("nobody")  # (1)!

app = Flask(__name__)
app.config["JWT_SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["JWT_ACCESS_TOKEN_EXPIRES"] = timedelta(
    seconds=int(os.environ.get("TOKEN_SECONDS", "900"))
)
JWTManager(app)


@app.post("/token")
def log_in() -> dict[str, str]:
    """Sign a token for a user who knows the password."""
    name, password = request.form["username"], request.form["password"]
    if not check_password_hash(USERS.get(name, NOBODY), password):
        abort(401)
    return {"access_token": create_access_token(identity=name), "token_type": "bearer"}


@app.get("/me")
@jwt_required()
def show_me() -> dict[str, str]:
    """Tell the user who they are."""
    return {"name": get_jwt_identity()}
