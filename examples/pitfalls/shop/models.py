"""What the shop stores."""

from django.db import models


# --8<-- [start:models]
class Author(models.Model):
    """Somebody who writes."""

    name = models.CharField(max_length=20)
    email = models.EmailField()


class Book(models.Model):
    """Something to sell."""

    title = models.CharField(max_length=20)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)


# --8<-- [end:models]
