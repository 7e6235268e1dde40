"""The view with another journal: the name that the module looks up is patched."""

import json
from unittest.mock import patch

import django_app
from django.test import RequestFactory, SimpleTestCase


class Recorder:
    """A journal that keeps its lines in memory."""

    lines: list[str] = []

    def __init__(self, user: str) -> None:
        """Begin with the name of the user."""
        self.lines.append(user)

    def write(self, text: str) -> None:
        """Remember a line."""
        self.lines.append(text)

    def close(self) -> None:
        """Remember the end."""
        self.lines.append("end")


class JournalTests(SimpleTestCase):
    """What the view writes down."""

    def test_a_look_up_is_written_down(self):
        request = RequestFactory().get("/prices/paper/2", headers={"x-user": "ann"})
        with patch.object(django_app, "Journal", Recorder):
            answer = django_app.show_price(request, item="paper", people=2)
        self.assertEqual(json.loads(answer.content), {"share": 400})
        self.assertEqual(Recorder.lines, ["ann", "look up paper", "tell paper", "end"])
