"""Change the source file under a running development server and ask again."""

import time
from pathlib import Path
from typing import Any

FASTAPI = """
from fastapi import FastAPI
app = FastAPI()
app.add_api_route("/", lambda: "old")
"""

FLASK = """
from flask import Flask
app = Flask(__name__)
app.add_url_rule("/", view_func=lambda: "old")
"""

DJANGO = """
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path("", lambda request: HttpResponse("old"))]
"""


def change_and_wait(running: Any, file: Path) -> str:
    """Ask, change the file, and ask until the answer changes or twenty seconds are over."""
    with running as server:
        before = ask(server.url, "old")
        file.write_text(file.read_text().replace('"old"', '"new"'))
        after = ask(server.url, "new")
    return f"{before}, after the change {after}"


def ask(url: str, word: str) -> str:
    """Ask until the answer holds the word; a server that restarts may refuse for a moment."""
    import httpx

    deadline = time.monotonic() + 20
    answer = "no answer"
    with httpx.Client(headers={"Connection": "close"}) as client:
        while word not in answer and time.monotonic() < deadline:
            time.sleep(0.2)
            try:
                answer = client.get(url).text.strip('"')
            except httpx.TransportError:
                answer = "no answer"
    return answer


def fastapi(serve: Any, tmp_path: Path) -> str:
    """Change the application under `fastapi dev`."""
    file = tmp_path / "main.py"
    file.write_text(FASTAPI)
    return change_and_wait(serve.command("-m", "fastapi", "dev", "main.py", "--port={port}"), file)


def flask(serve: Any, tmp_path: Path) -> str:
    """Change the application under `flask run --debug`."""
    file = tmp_path / "app.py"
    file.write_text(FLASK)
    return change_and_wait(serve.command("-m", "flask", "run", "--debug", "--port={port}"), file)


def django(serve: Any, tmp_path: Path) -> str:
    """Change the URLs of a new project under `manage.py runserver`."""
    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    file = tmp_path / "shop" / "urls.py"
    file.write_text(DJANGO)
    return change_and_wait(serve.command("manage.py", "runserver", "{port}"), file)
