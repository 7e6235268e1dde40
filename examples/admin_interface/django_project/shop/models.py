"""What is stored."""

from django.db import models


class Product(models.Model):
    """Something to sell."""

    name = models.CharField(max_length=100)
    price = models.IntegerField()
