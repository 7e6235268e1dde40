"""What is stored."""

from django.db import models


class Author(models.Model):
    """Somebody who writes."""

    name = models.CharField(max_length=100)


class Book(models.Model):
    """Something to read."""

    title = models.CharField(max_length=100)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

    def as_dict(self) -> dict[str, str | dict[str, str]]:
        """Return what a client sees."""
        return {"title": self.title, "author": {"name": self.author.name}}  # (1)!
