"""Add twelve books."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def add_books(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the rows with the model as it was at this point."""
    for number in range(1, 13):
        author = "Ada" if number % 2 else "Grace"
        apps.get_model("library", "Book").objects.create(title=f"Volume {number}", author=author)


class Migration(migrations.Migration):
    """Runs after the table is there."""

    dependencies = [("library", "0001_initial")]
    operations = [migrations.RunPython(add_books)]
