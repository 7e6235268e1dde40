"""Type one line into the framework's shell and read what is already imported."""

from pathlib import Path


def fastapi() -> str:
    """Ask the fastapi command for a shell."""
    from fastapi_cli.cli import app
    from typer.testing import CliRunner

    result = CliRunner().invoke(app, ["shell"])
    return f"fastapi shell: exit {result.exit_code}"


def flask(tmp_path: Path) -> str:
    """Type the name of the application into `flask shell`."""
    import subprocess
    import sys

    (tmp_path / "shop.py").write_text("from flask import Flask\napp = Flask(__name__)\n")
    shell = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "shop", "shell"],
        input="print('app:', app.name)\n", capture_output=True, text=True, cwd=tmp_path, check=True,
    )  # fmt: skip
    return "app: shop" if "app: shop" in shell.stdout else "no app"


def django(tmp_path: Path) -> str:
    """Look for three names in the shell of a new project without importing them."""
    import subprocess
    import sys

    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    shell = subprocess.run(
        [sys.executable, "manage.py", "shell", "--verbosity=0"],
        input="print(*(n for n in ('User', 'timezone', 'settings') if n in globals()))\n",
        capture_output=True, text=True, cwd=tmp_path, check=True,
    )  # fmt: skip
    return shell.stdout.strip()
