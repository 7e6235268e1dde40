"""Ask the framework's command line to check the settings of a new application."""

from pathlib import Path


def fastapi() -> str:
    """Look for a check among the commands of the fastapi command line."""
    from fastapi_cli.cli import app
    from typer.main import get_command

    return "check command" if "check" in get_command(app).commands else "no check command"


def flask() -> str:
    """Look for a check among the commands of the flask command line."""
    from flask.cli import cli

    return "check command" if "check" in cli.commands else "no check command"


def django(tmp_path: Path) -> str:
    """Run the checks of check --deploy in a project that startproject wrote."""
    import os
    import subprocess
    import sys

    import django
    from django.core import checks

    new_project = [sys.executable, "-m", "django", "startproject", "config", "."]
    subprocess.run(new_project, cwd=tmp_path, check=True)
    sys.path.insert(0, str(tmp_path))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    found = checks.run_checks(include_deployment_checks=True)
    errors = [issue for issue in found if issue.is_serious()]
    return f"{len(errors)} error, {len(found) - len(errors)} warnings"
