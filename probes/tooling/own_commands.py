"""Add a command of one's own and run it."""

from pathlib import Path

COMMAND = """
from django.core.management.base import BaseCommand

class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("name")

    def handle(self, *args, **options):
        self.stdout.write(f"Hello {options['name']}")
"""


def fastapi() -> str:
    """Ask the fastapi command for a command that it does not know, then write it with Typer."""
    from fastapi_cli.cli import app as fastapi_cli
    from typer import Typer
    from typer.testing import CliRunner

    own = Typer()

    @own.command()
    def greet(name: str) -> None:
        print(f"Hello {name}")

    unknown = CliRunner().invoke(fastapi_cli, ["greet", "Ada"]).exit_code
    output = CliRunner().invoke(own, ["Ada"]).output.strip()
    return f"fastapi greet: exit {unknown}; Typer: {output}"


def flask() -> str:
    """Register a command on app.cli and run it through the CLI runner."""
    import click
    from flask import Flask

    app = Flask(__name__)

    @app.cli.command()
    @click.argument("name")
    def greet(name: str) -> None:
        click.echo(f"Hello {name}")

    return app.test_cli_runner().invoke(args=["greet", "Ada"]).output.strip()


def django(tmp_path: Path) -> str:
    """Put a management command into an app and run it with call_command()."""
    import io
    import sys

    import django
    from django.conf import settings
    from django.core.management import call_command

    commands = tmp_path / "shop" / "management" / "commands"
    commands.mkdir(parents=True)
    (tmp_path / "shop" / "__init__.py").touch()
    (commands / "greet.py").write_text(COMMAND)
    sys.path.insert(0, str(tmp_path))
    settings.configure(INSTALLED_APPS=["shop"])
    django.setup()
    output = io.StringIO()
    call_command("greet", "Ada", stdout=output)
    return output.getvalue().strip()
