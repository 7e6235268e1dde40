"""Look whether the plain install can serve a page over the network."""

from pathlib import Path
from typing import Any


def fastapi() -> str:
    """Follow the mandatory requirements of the fastapi distribution and look for a server."""
    from importlib.metadata import requires

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    found: set[str] = set()
    waiting = ["fastapi"]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in found:
            found.add(name)
            needed = [Requirement(line) for line in requires(name) or []]
            active = [r for r in needed if r.marker is None or r.marker.evaluate({"extra": ""})]
            waiting += [requirement.name for requirement in active]
    servers = found & {"uvicorn", "hypercorn", "granian", "daphne", "gunicorn"}
    return f"{len(servers)} servers among {len(found)} distributions"


def flask(serve: Any, tmp_path: Path) -> str:
    """Serve an application with `flask run` and read the Server header."""
    import httpx

    (tmp_path / "app.py").write_text(
        "from flask import Flask\n"
        "app = Flask(__name__)\n"
        "app.add_url_rule('/', view_func=lambda: 'ok')\n"
    )
    with serve.command("-m", "flask", "run", "--port={port}") as server:
        response = httpx.get(server.url)
        warned = "Do not use it in a production deployment" in server.log()
    name = response.headers["server"].partition("/")[0]
    return f"{name} {response.status_code}; {'warns' if warned else 'does not warn'}"


def django(serve: Any, tmp_path: Path) -> str:
    """Serve a new project with runserver and read the Server header."""
    import httpx
    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    with serve.command("manage.py", "runserver", "--noreload", "{port}") as server:
        response = httpx.get(server.url)
        warned = "Do not use it in a production setting" in server.log()
    name = response.headers["server"].partition("/")[0]
    return f"{name} {response.status_code}; {'warns' if warned else 'does not warn'}"
