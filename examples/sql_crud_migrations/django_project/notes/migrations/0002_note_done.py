"""Add whether a note is done."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Written by ``manage.py makemigrations``."""

    dependencies = [("notes", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="note",
            name="done",
            field=models.BooleanField(default=False),
        ),
    ]
