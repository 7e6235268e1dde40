"""Ask for a list of every URL that the application answers."""

from pathlib import Path

URLS = """
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path("items/<int:number>", lambda request, number: HttpResponse(number))]
"""


def fastapi() -> str:
    """Ask the fastapi command for the routes, then read the paths of the OpenAPI schema."""
    from fastapi import FastAPI
    from fastapi_cli.cli import app as fastapi_cli
    from typer.testing import CliRunner

    app = FastAPI()
    app.add_api_route("/items/{number}", lambda number: number)
    unknown = CliRunner().invoke(fastapi_cli, ["routes"]).exit_code
    return f"fastapi routes: exit {unknown}; schema: {', '.join(app.openapi()['paths'])}"


def flask() -> str:
    """Run `flask routes` and look for the view's rule."""
    from flask import Flask
    from flask.cli import FlaskGroup

    app = Flask(__name__)
    app.add_url_rule("/items/<int:number>", "item", lambda number: f"{number}")
    tool = FlaskGroup(create_app=lambda: app)
    output = app.test_cli_runner().invoke(tool, ["routes"]).output
    return " ".join(next(line for line in output.splitlines() if "/items/" in line).split())


def django(tmp_path: Path) -> str:
    """Look for such a command in Django, then run show_urls of django-extensions."""
    import io
    import sys

    import django
    from django.conf import settings
    from django.core.management import call_command, get_commands

    (tmp_path / "shop_urls.py").write_text(URLS)
    sys.path.insert(0, str(tmp_path))
    settings.configure(INSTALLED_APPS=["django_extensions"], ROOT_URLCONF="shop_urls")
    django.setup()
    own = [name for name, app in get_commands().items() if app == "django.core" and "url" in name]
    output = io.StringIO()
    call_command("show_urls", stdout=output, no_color=True)
    return f"{len(own)} commands of Django; show_urls: {output.getvalue().split()[0]}"
