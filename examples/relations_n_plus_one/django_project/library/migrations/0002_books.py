"""Add ten books by ten authors."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def add_books(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the rows with the models as they were at this point."""
    authors, books = (apps.get_model("library", name).objects for name in ("Author", "Book"))
    for number in range(1, 11):
        author = authors.create(name=f"Author {number}")
        books.create(title=f"Book {number}", author=author)


class Migration(migrations.Migration):
    """Runs after the tables are there."""

    dependencies = [("library", "0001_initial")]
    operations = [migrations.RunPython(add_books)]
