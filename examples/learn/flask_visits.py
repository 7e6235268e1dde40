"""Count the visits of each browser in a signed cookie, and show them in a template."""

import os

from flask import Flask, render_template_string, session

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
PAGE = "<p>Hello, {{ name }}. Visits: {{ visits }}</p>"


@app.get("/hello/<name>")
def hello(name):
    session["visits"] = session.get("visits", 0) + 1
    return render_template_string(PAGE, name=name, visits=session["visits"])
