"""The same greeting from two template files, which differ in their names only."""

from flask import Flask, render_template, request

app = Flask(__name__)


# --8<-- [start:wrong]
@app.get("/wrong")
def greet():
    """Greet by a template whose name ends in `.j2`."""
    return render_template("hello.html.j2", name=request.args["name"])


# --8<-- [end:wrong]
# --8<-- [start:right]
@app.get("/right")
def greet_escaped():
    """Greet by a template whose name ends in `.html`."""
    return render_template("hello.html", name=request.args["name"])


# --8<-- [end:right]
# --8<-- [start:name]
class AlwaysEscaping(Flask):
    """A Flask that escapes in every template, whatever its file is called."""

    def select_jinja_autoescape(self, filename: str) -> bool:
        """Answer for any name."""
        return True


# --8<-- [end:name]
