"""Read the debug setting of an application for which nobody has chosen one."""

from pathlib import Path


def fastapi() -> str:
    """Read the debug attribute of a new FastAPI application."""
    from fastapi import FastAPI

    return f"FastAPI(): {FastAPI().debug}"


def flask() -> str:
    """Read the debug attribute of a new Flask application."""
    from flask import Flask

    return f"Flask(): {Flask(__name__).debug}"


def django(tmp_path: Path) -> str:
    """Read the built-in default of DEBUG, then the line in the settings of a new project."""
    from django.conf import global_settings
    from django.core.management import call_command

    call_command("startproject", "config", tmp_path)
    lines = (tmp_path / "config" / "settings.py").read_text().splitlines()
    written = next(line for line in lines if line.startswith("DEBUG"))
    return f"default: {global_settings.DEBUG}; startproject writes {written}"
