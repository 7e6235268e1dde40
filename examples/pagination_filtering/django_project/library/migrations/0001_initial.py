"""Create the table of books."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Written by ``manage.py makemigrations``."""

    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Book",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=100)),
                ("author", models.CharField(db_index=True, max_length=100)),
            ],
        ),
    ]
