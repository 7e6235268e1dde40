"""The view with another journal: a dependency is exchanged, and no module is patched."""

from fastapi.testclient import TestClient
from fastapi_app import app, get_journal


class Recorder:
    """A journal that keeps its lines in memory."""

    def __init__(self) -> None:
        """Begin empty."""
        self.lines: list[str] = []

    def write(self, text: str) -> None:
        """Remember a line."""
        self.lines.append(text)


def test_a_look_up_is_written_down():
    recorder = Recorder()
    app.dependency_overrides[get_journal] = lambda: recorder
    answer = TestClient(app).get("/prices/paper/2")  # (1)!
    app.dependency_overrides.clear()
    assert answer.json() == {"share": 400}
    assert recorder.lines == ["look up paper", "tell paper"]
