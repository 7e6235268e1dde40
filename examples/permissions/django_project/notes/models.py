"""What is protected."""

from django.db import models


class Note(models.Model):
    """A note; Django adds the permissions to view, add, change and delete it."""

    text = models.CharField(max_length=200)

    class Meta:
        """The order of lists."""

        ordering = ("id",)
