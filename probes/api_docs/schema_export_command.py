"""Look for a command that writes the schema without a running server."""


def fastapi() -> str:
    """Ask the FastAPI CLI for an openapi command, then write the schema with Python."""
    import json

    from fastapi import FastAPI
    from fastapi_cli.cli import app as cli
    from typer.testing import CliRunner

    code = CliRunner().invoke(cli, ["openapi"]).exit_code
    schema = json.loads(json.dumps(FastAPI().openapi()))
    return f"fastapi openapi: exit {code}; json.dumps(app.openapi()): OpenAPI {schema['openapi']}"


def flask() -> str:
    """Run `flask openapi print`, which flask-smorest adds."""
    import json

    from flask import Flask
    from flask_smorest import Api

    app = Flask(__name__)
    bare = app.test_cli_runner().invoke(args=["openapi", "print"]).exit_code
    app.config.update(API_TITLE="Shop", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    Api(app)
    result = app.test_cli_runner().invoke(args=["openapi", "print"])
    version = json.loads(result.output)["openapi"]
    return f"exit {bare}; with flask-smorest exit {result.exit_code}, OpenAPI {version}"


def django() -> str:
    """Run the command export_openapi_schema, which django-ninja adds."""
    import io
    import json

    import django
    from django.conf import settings
    from django.core.management import call_command, get_commands
    from django.urls import path

    settings.configure(INSTALLED_APPS=["ninja"])
    django.setup()
    from ninja import NinjaAPI

    settings.ROOT_URLCONF = (path("api/", NinjaAPI().urls),)
    output = io.StringIO()
    call_command("export_openapi_schema", stdout=output)
    owner = get_commands()["export_openapi_schema"]
    return f"command of {owner}: OpenAPI {json.loads(output.getvalue())['openapi']}"
