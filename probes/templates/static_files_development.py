"""Put a file into the static folder of a new application and ask for it."""

from pathlib import Path


def fastapi(tmp_path: Path) -> str:
    """Ask a bare application for the file, then one that mounts StaticFiles."""
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles
    from fastapi.testclient import TestClient

    (tmp_path / "site.css").write_text("p {}")
    app = FastAPI()
    bare = TestClient(app).get("/static/site.css").status_code
    app.mount("/static", StaticFiles(directory=tmp_path))
    mounted = TestClient(app).get("/static/site.css").status_code
    return f"{bare}; with one mount line {mounted}"


def flask(tmp_path: Path) -> str:
    """Ask an application whose root folder has a static folder; nothing is configured."""
    from flask import Flask

    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("p {}")
    app = Flask(__name__, root_path=str(tmp_path))
    return str(app.test_client().get("/static/site.css").status_code)


def django(tmp_path: Path, serve) -> str:
    """Add an app with a static folder to a new project and ask its runserver."""
    import httpx
    from django.core.management import call_command

    call_command("startproject", "config", tmp_path)
    (tmp_path / "shop" / "static").mkdir(parents=True)
    (tmp_path / "shop" / "static" / "site.css").write_text("p {}")
    settings = tmp_path / "config" / "settings.py"
    settings.write_text(settings.read_text() + "INSTALLED_APPS += ['shop']\n")
    with serve.command("manage.py", "runserver", "--noreload", "{port}") as server:
        return f"{httpx.get(f'{server.url}/static/site.css').status_code} from runserver"
