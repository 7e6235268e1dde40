"""What is stored."""

from typing import Any

from django.db import models


class Note(models.Model):
    """A note with the day on which it was written."""

    text = models.CharField(max_length=200)
    day = models.DateField()

    def as_dict(self) -> dict[str, Any]:
        """Return what a client sees."""
        return {"id": self.id, "text": self.text, "day": self.day}
