"""Ask the framework's tool for a new project and look at what it wrote."""

from pathlib import Path
from typing import Any


def fastapi() -> str:
    """Look for the command in fastapi-cli, then run the application that fastapi-new writes."""
    from fastapi.testclient import TestClient
    from fastapi_cli.cli import app as fastapi_cli
    from fastapi_new.new import TEMPLATE_CONTENT

    commands = fastapi_cli.registered_commands
    written: dict[str, Any] = {}
    exec(TEMPLATE_CONTENT, written)
    status = TestClient(written["app"]).get("/").status_code
    return f"{len(commands)} commands, none makes a project; fastapi-new: 1 file, answers {status}"


def flask() -> str:
    """Look for such a command among those that Flask gives to an application."""
    from flask.cli import FlaskGroup

    commands = FlaskGroup().commands
    return f"{len(commands)} commands, none makes a project"


def django(tmp_path: Path) -> str:
    """Run startproject, check the project and count its files."""
    import subprocess
    import sys

    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    check = subprocess.run([sys.executable, tmp_path / "manage.py", "check"], check=False)
    files = list(tmp_path.glob("**/*.py"))
    return f"{len(files)} files; manage.py check: exit {check.returncode}"
