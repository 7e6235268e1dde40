"""Store a new user."""

import os
from argparse import ArgumentParser

from django.contrib.auth.models import Group, Permission, User
from django.core.management.base import BaseCommand

from notes.models import Note


class Command(BaseCommand):
    """Store one note and a new user; the group's right is to delete notes."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a name and the names of groups."""
        parser.add_argument("name")
        parser.add_argument("group_names", nargs="*")

    def handle(self, *args: str, **options: str) -> None:
        """Write the rows."""
        user = User.objects.create_user(options["name"], password=os.environ["NEW_PASSWORD"])
        for group_name in options["group_names"]:
            group = Group.objects.create(name=group_name)
            group.permissions.add(Permission.objects.get(codename="delete_note"))
            user.groups.add(group)
        Note.objects.create(text=f"Written for {user.username}")
