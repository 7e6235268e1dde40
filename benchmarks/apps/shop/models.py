"""One table, the same for every framework."""

from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.CharField(max_length=100)
    pages = models.IntegerField()

    class Meta:
        db_table = "book"
