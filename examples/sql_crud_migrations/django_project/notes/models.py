"""What is stored."""

from django.db import models


class Note(models.Model):
    """A note."""

    text = models.CharField(max_length=200)
    done = models.BooleanField(default=False)

    class Meta:
        """The order of lists."""

        ordering = ("id",)
