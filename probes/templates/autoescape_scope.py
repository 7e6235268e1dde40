"""Render the character < from files with seven different endings and see where it is escaped."""

from pathlib import Path

NAMES = ("a.html", "a.htm", "a.xml", "a.xhtml", "a.svg", "a.html.j2", "a.txt")


def fastapi(tmp_path: Path) -> str:
    """Render < through Jinja2Templates from each file."""
    from fastapi.templating import Jinja2Templates

    templates = Jinja2Templates(directory=tmp_path)
    escaped = []
    for name in NAMES:
        (tmp_path / name).write_text("{{ value }}")
        if templates.get_template(name).render(value="<") == "&lt;":
            escaped.append(name)
    return f"escaped: {' '.join(escaped)}"


def flask(tmp_path: Path) -> str:
    """Render < through render_template from each file."""
    from flask import Flask, render_template

    app = Flask(__name__, template_folder=str(tmp_path))
    escaped = []
    for name in NAMES:
        (tmp_path / name).write_text("{{ value }}")
        with app.app_context():
            if render_template(name, value="<") == "&lt;":
                escaped.append(name)
    return f"escaped: {' '.join(escaped)}"


def django(tmp_path: Path) -> str:
    """Render < through render_to_string from each file."""
    import django
    from django.conf import settings
    from django.template.loader import render_to_string

    backend = "django.template.backends.django.DjangoTemplates"
    settings.configure(TEMPLATES=[{"BACKEND": backend, "DIRS": [tmp_path]}])
    django.setup()
    escaped = []
    for name in NAMES:
        (tmp_path / name).write_text("{{ value }}")
        if render_to_string(name, {"value": "<"}) == "&lt;":
            escaped.append(name)
    return f"escaped: {' '.join(escaped)}"
