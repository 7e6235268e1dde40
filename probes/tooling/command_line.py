"""List the commands of the framework's command-line tool."""

from pathlib import Path


def fastapi() -> str:
    """Call the fastapi command without fastapi-cli, then list the commands of fastapi-cli."""
    import importlib
    import sys

    from fastapi import cli

    sys.modules["fastapi_cli.cli"] = None
    try:
        importlib.reload(cli).main()
    except RuntimeError as error:
        refusal = type(error).__name__

    del sys.modules["fastapi_cli.cli"]
    from fastapi_cli.cli import app

    commands = sorted(command.callback.__name__ for command in app.registered_commands)
    return f"{refusal}; with fastapi-cli {', '.join(commands)}"


def flask() -> str:
    """List the commands that Flask itself gives to an application."""
    from flask.cli import FlaskGroup

    return ", ".join(sorted(FlaskGroup().commands))


def django(tmp_path: Path) -> str:
    """Start a project and count the commands of its manage.py."""
    import subprocess
    import sys

    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    listing = subprocess.run(
        [sys.executable, tmp_path / "manage.py", "help", "--commands"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return f"{len(listing.stdout.split())} commands"
