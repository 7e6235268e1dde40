"""An admin interface for one table, open only to an administrator."""

from django.contrib import admin

from shop.models import Product


@admin.register(Product)  # (1)!
class ProductAdmin(admin.ModelAdmin):
    """How products appear in the admin interface."""

    list_display = ("id", "name", "price")
    search_fields = ("name",)
