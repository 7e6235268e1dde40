"""The tests of the program."""

from datetime import date
from unittest.mock import patch

from django.test import TestCase

from notes.models import Note


class NoteTests(TestCase):  # (1)!
    """Each test runs in a transaction that is rolled back; `self.client` is there already."""

    @classmethod
    def setUpTestData(cls) -> None:
        """Store what all tests begin with."""
        cls.old = Note.objects.create(text="old", day=date(2020, 1, 1))

    def post(self, text: str):
        """Send a note as JSON."""
        return self.client.post("/notes", {"text": text}, content_type="application/json")

    def texts(self) -> list[str]:
        """Return what the program says is stored."""
        return [note["text"] for note in self.client.get("/notes").json()]

    def test_a_note_is_stored(self):
        self.post("milk")
        self.assertEqual(self.texts(), ["old", "milk"])

    def test_another_note_is_stored_and_the_first_is_gone(self):
        self.post("bread")
        self.assertEqual(self.texts(), ["old", "bread"])

    def test_a_note_has_the_day_on_which_it_was_written(self):
        with patch("notes.views.get_today", return_value=date(2026, 2, 28)):
            answer = self.post("milk")
        self.assertEqual(answer.json()["day"], "2026-02-28")

    def test_a_note_of_the_database_is_found(self):
        self.assertEqual(self.client.get(f"/notes/{self.old.pk}").json()["text"], "old")

    def test_an_unknown_note_is_not_found(self):
        self.assertEqual(self.client.get("/notes/999").status_code, 404)

    def test_an_empty_note_is_refused(self):
        self.assertEqual(self.post("").status_code, 400)
        self.assertEqual(self.texts(), ["old"])
