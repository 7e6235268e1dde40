"""What is stored."""

from django.db import models


class Book(models.Model):
    """Something to read."""

    title = models.CharField(max_length=100)
    author = models.CharField(max_length=100, db_index=True)
