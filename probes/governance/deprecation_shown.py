"""Use something deprecated inside an imported module and read what Python prints by default."""


def _warned(tmp_path, *options: str) -> str:
    import subprocess
    import sys

    modules = sorted(path.stem for path in tmp_path.glob("*.py"))
    command = [sys.executable, *options, "-c", f"import {', '.join(modules)}"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    return ", ".join(module for module in modules if f"{module}.py:" in run.stderr) or "nothing"


def fastapi(tmp_path) -> str:
    """Pass the deprecated `root_path` in one module, call the deprecated `on_event` in another."""
    source = "from fastapi import FastAPI\n"
    (tmp_path / "root_path.py").write_text(source + "FastAPI(root_path='/api')\n")
    (tmp_path / "on_event.py").write_text(source + "FastAPI().on_event('startup')(print)\n")
    return f"default: {_warned(tmp_path)}; with -Wd: {_warned(tmp_path, '-Wd')}"


def flask(tmp_path) -> str:
    """Read the deprecated `flask.__version__` in a module."""
    (tmp_path / "version.py").write_text("import flask\nflask.__version__\n")
    return f"default: {_warned(tmp_path)}; with -Wd: {_warned(tmp_path, '-Wd')}"


def django(tmp_path) -> str:
    """Configure the deprecated setting `EMAIL_HOST` in a module."""
    source = "from django.conf import settings\nsettings.configure(EMAIL_HOST='localhost')\n"
    (tmp_path / "email_host.py").write_text(source)
    return f"default: {_warned(tmp_path)}; with -Wd: {_warned(tmp_path, '-Wd')}"
