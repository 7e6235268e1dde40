"""Start a page with three rows and count the rows still unread when its first piece is there."""

from pathlib import Path

SOURCE = "<h1>Rows</h1>{% for row in rows %}<p>{{ row }}</p>{% endfor %}"


def fastapi(tmp_path: Path) -> str:
    """Make a TemplateResponse, then pull one piece from Jinja2's generate()."""
    from fastapi import Request
    from fastapi.templating import Jinja2Templates

    (tmp_path / "page.html").write_text(SOURCE)
    templates = Jinja2Templates(directory=tmp_path)
    rows = iter([1, 2, 3])
    templates.TemplateResponse(Request({"type": "http"}), "page.html", {"rows": rows})
    whole = len(list(rows))
    rows = iter([1, 2, 3])
    next(templates.get_template("page.html").generate(rows=rows))
    return f"TemplateResponse: {whole} unread; generate(): {len(list(rows))} unread"


def flask(tmp_path: Path) -> str:
    """Pull one piece from stream_template."""
    from flask import Flask, stream_template

    (tmp_path / "page.html").write_text(SOURCE)
    app = Flask(__name__, template_folder=str(tmp_path))
    rows = iter([1, 2, 3])
    with app.test_request_context():
        next(stream_template("page.html", rows=rows))
    return f"{len(list(rows))} unread"


def django(tmp_path: Path) -> str:
    """Render the page with render, which is the only way that Django's engine offers."""
    import django
    from django.conf import settings
    from django.shortcuts import render
    from django.test import RequestFactory

    (tmp_path / "page.html").write_text(SOURCE)
    backend = "django.template.backends.django.DjangoTemplates"
    settings.configure(TEMPLATES=[{"BACKEND": backend, "DIRS": [tmp_path]}])
    django.setup()
    rows = iter([1, 2, 3])
    render(RequestFactory().get("/"), "page.html", {"rows": rows})
    return f"{len(list(rows))} unread"
