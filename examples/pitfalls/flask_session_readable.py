"""A code is mailed and asked for: kept in the session, and kept on the server."""

import os
import secrets
import sqlite3

from flask import Flask, abort, request, session

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]


def mail(code: str) -> None:
    """Stand for the mail that only the right person reads."""


# --8<-- [start:wrong]
@app.post("/code")
def send_code():
    """Mail a code and remember it in the session."""
    session["code"] = f"{secrets.randbelow(10**6):06}"
    mail(session["code"])
    return "Look into your mail"


@app.post("/confirm")
def confirm():
    """Compare with the session."""
    if request.form["code"] != session["code"]:
        abort(403)
    return "Confirmed"


# --8<-- [end:wrong]
# --8<-- [start:right]
codes = sqlite3.connect("codes.sqlite3", check_same_thread=False, autocommit=True)
codes.execute("CREATE TABLE IF NOT EXISTS code (visit TEXT PRIMARY KEY, code TEXT)")


@app.post("/kept/code")
def send_kept_code():
    """Mail a code and remember it in a table; the session has only the key of the row."""
    session["visit"] = secrets.token_urlsafe()
    code = f"{secrets.randbelow(10**6):06}"
    codes.execute("INSERT INTO code VALUES (?, ?)", (session["visit"], code))
    mail(code)
    return "Look into your mail"


@app.post("/kept/confirm")
def confirm_kept():
    """Compare with the table, and allow one try."""
    sql = "DELETE FROM code WHERE visit = ? RETURNING code"
    row = codes.execute(sql, (session["visit"],)).fetchone()
    if row is None or request.form["code"] != row[0]:
        abort(403)
    return "Confirmed"


# --8<-- [end:right]
