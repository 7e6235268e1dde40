"""What the shop sells; the other two programs read the table."""

from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name
