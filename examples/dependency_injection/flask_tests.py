"""The view with another journal: it is in `g` before the request looks for one."""

from flask import Flask, appcontext_pushed, g
from flask_app import app


class Recorder:
    """A journal that keeps its lines in memory."""

    def __init__(self) -> None:
        """Begin empty."""
        self.lines: list[str] = []

    def write(self, text: str) -> None:
        """Remember a line."""
        self.lines.append(text)

    def close(self) -> None:
        """Remember the end."""
        self.lines.append("end")


def test_a_look_up_is_written_down():
    recorder = Recorder()

    def lay_out(sender: Flask) -> None:
        g.journal = recorder

    with appcontext_pushed.connected_to(lay_out, app):
        answer = app.test_client().get("/prices/paper/2")
    assert answer.json == {"share": 400}
    assert recorder.lines == ["look up paper", "tell paper", "end"]
