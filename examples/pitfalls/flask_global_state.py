"""Visits are counted, in a variable of the process and in a file that all processes share."""

import sqlite3

from flask import Flask

app = Flask(__name__)

# --8<-- [start:wrong]
visits = {"count": 0}


@app.post("/wrong")
def count_here():
    """Count a visit in this process."""
    visits["count"] += 1
    return str(visits["count"])


# --8<-- [end:wrong]
# --8<-- [start:right]
def database() -> sqlite3.Connection:
    """Open the database that all processes use."""
    connection = sqlite3.connect("visits.sqlite3", autocommit=True)
    connection.execute("CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY)")
    return connection


@app.post("/right")
def count_for_all():
    """Count a visit where every process sees it."""
    connection = database()
    number = connection.execute("INSERT INTO visits DEFAULT VALUES").lastrowid
    connection.close()
    return str(number)


# --8<-- [end:right]
